package import EventLog
import Kernel
package import Processes

/// Asks for a waiting step to be done (催办); the case shows who asked, and when.
package struct UrgeStep: Command {
    package static let name = "UrgeStep"
    package let caseFile: CaseFile.ID
    package let step: Step.ID
    package let reason: String

    package init(caseFile: CaseFile.ID, step: Step.ID, reason: String) {
        self.caseFile = caseFile
        self.step = step
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        let step = try run.step(step)
        let actor = try CaseAuthority.colleague(of: run, in: session)
        try run.require(.urge, by: actor, because: reason)
        try run.append(.urged(StepUrged(step: step.id, reason: reason.trimmed)))
        return CaseAnswer(run)
    }
}
