package import EventLog
import Kernel
package import Processes
import WorkflowEngine

/// Takes back a step that one has just done, while nobody has begun the next (撤回办理).
///
/// - Source: 国办发〔2018〕118号 part 3.
package struct RecallStep: Command {
    package static let name = "RecallStep"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let step: Step.ID
    package let reason: String

    package init(caseFile: CaseFile.ID, seen: Int, step: Step.ID, reason: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.step = step
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.recall, by: actor, because: reason)
        let recall = try run.state.recall(by: actor.officer, in: run.flow)
        guard recall.step == step else { throw CaseworkError.nothingToRecall }
        let position = try run.position(after: .returnTo(recall.step, from: recall.from))
        try run.append(
            .returned(
                StepReturned(
                    from: recall.from,
                    to: recall.step,
                    reason: reason.trimmed,
                    voided: recall.voided,
                    position: position,
                    isRecall: true
                )
            )
        )
        return CaseAnswer(run)
    }
}
