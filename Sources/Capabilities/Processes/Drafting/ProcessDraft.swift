package import EventLog
package import Kernel

/// A version of a process while it is drawn up: written by one officer, published by another.
package struct ProcessDraft: Aggregate {
    package typealias ID = Identifier<ProcessDraft>
    package static let category = "process-draft"

    /// What is drawn up: the process, the limits of the item it is made for, and the author's own cases.
    package struct Content: Hashable, Sendable, Codable {
        package let definition: ProcessDefinition
        package let promised: Period
        package let statutory: Period
        package let testCases: [ProcessTestCase]

        package init(
            definition: ProcessDefinition,
            promised: Period,
            statutory: Period,
            testCases: [ProcessTestCase] = []
        ) {
            self.definition = definition
            self.promised = promised
            self.statutory = statutory
            self.testCases = testCases
        }

        package var faults: [ProcessFault] { definition.check(promised: promised, statutory: statutory) }
    }

    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case drafted
        case submitted
        case published

        package var chinese: String {
            switch self {
            case .drafted: "起草中"
            case .submitted: "待公布"
            case .published: "已公布"
            }
        }
    }

    package private(set) var content: Content?
    package private(set) var stage = Stage.drafted
    /// The agency that draws it up; `nil` for a draft older than that.
    package private(set) var agency: String?
    /// Why it was last sent back; `nil` once it is submitted again.
    package private(set) var returned: String?
    /// Everyone who wrote or submitted it.
    package private(set) var authors: Set<String> = []

    package init() {}

    package mutating func evolve(_ event: ProcessDraftEvent, _ envelope: Envelope) {
        switch event {
        case .drafted(let event):
            content = event.content
            agency = agency ?? event.agency
            authors.insert(envelope.actor.id)
        case .submitted:
            stage = .submitted
            returned = nil
            authors.insert(envelope.actor.id)
        case .returned(let event):
            stage = .drafted
            returned = event.reason
        case .published: stage = .published
        }
    }

    /// Returns what is drawn up, if the draft stands at this stage.
    func content(at expected: Stage) throws(ProcessRefusal) -> Content {
        guard let content else { throw .unknownDraft }
        guard stage == expected else { throw .wrongDraftStage(expected: expected, found: stage) }
        return content
    }

    /// Refuses whoever is of another agency than the one that draws it up.
    ///
    /// - Source: 国办发〔2005〕37号 part 2 (each agency settles how its own powers are exercised).
    func requireOwnAgency(_ actor: Actor) throws(ProcessRefusal) {
        if let agency, actor.agency != agency { throw .otherAgency(agency) }
    }

    /// Refuses whoever had a hand in the draft.
    func requireAnother(_ actor: Actor) throws(ProcessRefusal) {
        guard !authors.contains(actor.id) else { throw .sameOfficer }
    }
}
