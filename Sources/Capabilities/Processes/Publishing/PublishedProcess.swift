package import EventLog
package import Kernel
package import WorkflowEngine

/// One version of a process as published: proved lawful, ready to run, never changed again.
package struct PublishedProcess: Aggregate {
    package static let category = "process"

    /// What a version holds once it is published.
    package struct Published: Sendable {
        package let definition: ProcessDefinition
        package let flow: Flow
        /// The limits of the item it was proved against.
        package let promised: Period
        package let statutory: Period
        package let publishedOn: Day
        package let suspended: Bool
    }

    package private(set) var published: Published?

    package init() {}

    package mutating func evolve(_ event: ProcessEvent, _ envelope: Envelope) {
        switch event {
        case .published(let event):
            // A definition was proved before it was published; one that no longer reads is as good as none.
            guard let flow = try? Flow(event.definition.flowGraph) else { return }
            published = Published(
                definition: event.definition,
                flow: flow,
                promised: event.promised,
                statutory: event.statutory,
                publishedOn: envelope.occurred.at.day,
                suspended: false
            )
        }
    }

    package static func key(id: String, version: Int) -> String { "\(id)@\(version)" }

    /// Returns the version a case is pinned to.
    ///
    /// - Throws: `ProcessRefusal.notPublished`.
    package static func require(id: String, version: Int, in session: CommandSession) throws -> Published {
        let key = key(id: id, version: version)
        guard let published = try session.load(PublishedProcess.self, key).state.published else {
            throw ProcessRefusal.notPublished(key)
        }
        return published
    }
}

/// A version of a process was published, with the limits of the item it was proved against.
package struct ProcessPublished: EventPayload {
    package static let type = "Process.Published"
    package let definition: ProcessDefinition
    package let promised: Period
    package let statutory: Period
}

package enum ProcessEvent: EventFamily {
    case published(ProcessPublished)

    package static let members = [EventMember(ProcessPublished.self, ProcessEvent.published)]

    package var payload: any EventPayload {
        switch self {
        case .published(let payload): payload
        }
    }
}
