package import EventLog
package import Kernel
package import WorkflowEngine

/// Which running cases are to go over to another version of their process, as one officer proposes and another decides.
package struct MigrationPlan: Aggregate {
    package typealias ID = Identifier<MigrationPlan>
    package static let category = "process-migration"

    package private(set) var proposal: MigrationProposed?
    package private(set) var proposer = ""
    package private(set) var proposedAt = Instant(milliseconds: 0)
    /// Why it was turned down; `nil` while it stands.
    package private(set) var declined: String?

    package init() {}

    package mutating func evolve(_ event: MigrationPlanEvent, _ envelope: Envelope) {
        switch event {
        case .proposed(let event):
            proposal = event
            proposer = envelope.actor.id
            proposedAt = envelope.recordedAt
        case .declined(let event): declined = event.reason
        }
    }

    /// Returns the proposal, if it stands and somebody other than its author asks.
    func standing(for actor: Actor) throws(CaseworkError) -> MigrationProposed {
        guard let proposal else { throw .notMigrated(.noSuchPlan) }
        if let declined { throw .notMigrated(.planDeclined(declined)) }
        guard actor.kind == .officer else { throw .notAnOfficer }
        guard actor.id != proposer else { throw .notMigrated(.ownPlan) }
        return proposal
    }
}

/// An officer proposed that cases go over to another version of their process, with what becomes of its steps.
package struct MigrationProposed: EventPayload {
    package static let type = "MigrationPlan.Proposed"
    package let from: ProcessPin
    package let to: ProcessPin
    package let mapping: FlowMapping
    package let cases: [CaseFile.ID]
    package let reason: String
}

/// A second officer turned the proposal down.
package struct MigrationDeclined: EventPayload {
    package static let type = "MigrationPlan.Declined"
    package let reason: String
}

/// What happens to a proposal; what comes of it stands in the cases.
package enum MigrationPlanEvent: EventFamily {
    case proposed(MigrationProposed)
    case declined(MigrationDeclined)

    package static let members = [
        EventMember(MigrationProposed.self, MigrationPlanEvent.proposed),
        EventMember(MigrationDeclined.self, MigrationPlanEvent.declined),
    ]

    package var payload: any EventPayload {
        switch self {
        case .proposed(let payload): payload
        case .declined(let payload): payload
        }
    }
}
