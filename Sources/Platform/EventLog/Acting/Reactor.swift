/// Answers an event with further events, in the transaction of the act, exactly once: never on rebuild, never to a
/// reactor's own events.
///
/// A reactor that fails never refuses the act: `ReactionFailed` is recorded instead.
package protocol Reactor: Sendable {
    /// The part of the system that acts: `supervision`.
    var name: String { get }
    /// Appends what follows from `event`; pure but for the streams it loads from `session`.
    func react(to event: RecordedEvent, in session: CommandSession) throws
}

/// The record that a reactor could not answer an event; its owner evaluates the event again later.
package struct ReactionFailed: EventPayload {
    package static let type = "Log.ReactionFailed"
    package let reactor: String
    package let event: String
    package let reason: String
}

package enum ReactionEvent: EventFamily {
    case failed(ReactionFailed)

    package static let members = [EventMember(ReactionFailed.self, ReactionEvent.failed)]

    package var payload: any EventPayload {
        switch self {
        case .failed(let payload): payload
        }
    }
}

/// How often each reactor has failed: the operator's alarm.
package struct ReactionLedger: Aggregate {
    package static let category = "reactor"
    package private(set) var failures = 0

    package init() {}

    package mutating func evolve(_ event: ReactionEvent, _ envelope: Envelope) {
        switch event {
        case .failed: failures += 1
        }
    }
}
