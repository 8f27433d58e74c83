package import EventLog
import Kernel
import Processes
package import WorkflowEngine

/// Proposes that running cases go over to another version of their process; nothing changes in them yet.
package struct ProposeMigration: Command {
    package static let name = "ProposeMigration"
    /// As many cases as one page shows and one officer can answer for.
    package static let mostCases = 500
    package let from: ProcessPin
    package let to: ProcessPin
    package let mapping: FlowMapping
    package let cases: [CaseFile.ID]
    package let reason: String

    package init(from: ProcessPin, to: ProcessPin, mapping: FlowMapping, cases: [CaseFile.ID], reason: String) {
        self.from = from
        self.to = to
        self.mapping = mapping
        self.cases = cases
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> MigrationPlan.ID {
        guard session.actor.kind == .officer else { throw CaseworkError.notAnOfficer }
        try CaseworkRules.requireText(reason, "迁移理由", atLeast: CaseworkRules.shortestReasons)
        guard !cases.isEmpty, cases.count <= ProposeMigration.mostCases, Set(cases).count == cases.count else {
            throw CaseworkError.notMigrated(
                .planCases(limit: ProposeMigration.mostCases, found: cases.count)
            )
        }
        let old = try PublishedProcess.require(id: from.id, version: from.version, in: session)
        let new = try PublishedProcess.require(id: to.id, version: to.version, in: session)
        do {
            _ = try ProcessMigration(old.definition, new.definition, mapping)
        } catch {
            throw CaseworkError.notMigrated(.process(error))
        }
        let id: MigrationPlan.ID = session.newIdentifier("G")
        try session.append(
            .proposed(
                MigrationProposed(from: from, to: to, mapping: mapping, cases: cases, reason: reason.trimmed)
            ),
            to: MigrationPlan.self,
            id.text
        )
        return id
    }
}

/// Turns a proposal down, with the reason; cases that went over stay where they are.
package struct DeclineMigration: Command {
    package static let name = "DeclineMigration"
    package let plan: MigrationPlan.ID
    package let reason: String

    package init(plan: MigrationPlan.ID, reason: String) {
        self.plan = plan
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> MigrationPlan.ID {
        _ = try session.load(MigrationPlan.self, plan.text).state.standing(for: session.actor)
        try CaseworkRules.requireText(reason, "不同意的理由", atLeast: CaseworkRules.shortestOpinion)
        try session.append(.declined(MigrationDeclined(reason: reason.trimmed)), to: MigrationPlan.self, plan.text)
        return plan
    }
}
