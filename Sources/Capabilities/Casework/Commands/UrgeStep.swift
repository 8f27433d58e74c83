package import EventLog
import Kernel
package import Processes

/// Asks for a waiting step to be done (催办); the case shows who asked, and when.
package struct UrgeStep: Command {
    package static let name = "UrgeStep"
    package let caseFile: CaseFile.ID
    package let step: Step.ID
    package let reason: String
    /// The version the officer saw, where a case that moved on is not to be urged; `nil` where that does not matter.
    package let seen: Int?

    package init(caseFile: CaseFile.ID, step: Step.ID, reason: String, seen: Int? = nil) {
        self.caseFile = caseFile
        self.step = step
        self.reason = reason
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        if let seen { try session.requireSeen(seen, CaseFile.self, caseFile.text) }
        let step = try run.step(step)
        let actor = try CaseAuthority.colleague(of: run, in: session)
        try run.require(.urge, by: actor, because: reason)
        try run.append(.urged(StepUrged(step: step.id, reason: reason.trimmed)))
        return CaseAnswer(run)
    }
}
