package import EventLog
import Kernel
import Processes
import WorkflowEngine

/// Takes one case of a plan over to the new version of its process, or back; by an officer other than the proposer.
///
/// Time that was used stays used: the clock, its limits and its last days are the case's own and are not touched.
///
/// - Source: Administrative License Law (行政许可法) art. 8, 42; 优化营商环境条例 art. 36 (a promise is kept).
package struct MigrateCase: Command {
    package static let name = "MigrateCase"
    package let plan: MigrationPlan.ID
    package let caseFile: CaseFile.ID
    /// The version of the case that the officer saw.
    package let seen: Int
    /// Whether the case goes back to the version it came from.
    package let goesBack: Bool

    package init(plan: MigrationPlan.ID, caseFile: CaseFile.ID, seen: Int, goesBack: Bool = false) {
        self.plan = plan
        self.caseFile = caseFile
        self.seen = seen
        self.goesBack = goesBack
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        let loaded = try session.load(MigrationPlan.self, plan.text).state
        let proposal = try loaded.standing(for: session.actor)
        guard proposal.cases.contains(caseFile) else { throw CaseworkError.notMigrated(.notInPlan) }
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let (from, to) = goesBack ? (proposal.to, proposal.from) : (proposal.from, proposal.to)
        guard try run.opening.item.process == from else {
            throw CaseworkError.notMigrated(.otherVersion(expected: from, found: try run.opening.item.process))
        }
        if goesBack, run.state.migrated(by: plan) == nil { throw CaseworkError.notMigrated(.notInPlan) }
        let target = try PublishedProcess.require(id: to.id, version: to.version, in: session)
        var migration = try CaseMigration(
            run.definition,
            to: target.definition,
            promised: target.promised,
            statutory: target.statutory,
            by: goesBack ? proposal.mapping.reversed : proposal.mapping
        )
        let after = try migration.takeOver(run.state, goesBack: goesBack)
        try run.append(
            .migrated(
                ProcessMigrated(
                    from: from,
                    to: to,
                    mapping: migration.mapping,
                    plan: plan,
                    goesBack: goesBack,
                    proposedBy: loaded.proposer,
                    reason: proposal.reason,
                    position: after
                )
            )
        )
        return CaseAnswer(run)
    }
}
