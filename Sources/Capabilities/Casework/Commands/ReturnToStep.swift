package import EventLog
import Kernel
package import Processes
import WorkflowEngine

/// Sends a case back to an earlier step, with a reason (退回).
package struct ReturnToStep: Command {
    package static let name = "ReturnToStep"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let from: Step.ID
    package let to: Step.ID
    package let reason: String
    /// What a legal review found that does not pass; empty for every other step.
    package let documents: [DocumentRecord]

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        from: Step.ID,
        to: Step.ID,
        reason: String,
        documents: [DocumentRecord] = []
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.from = from
        self.to = to
        self.reason = reason
        self.documents = documents
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let step = try run.step(from)
        let actor = try CaseAuthority.officer(of: run, in: session)
        guard actor.functions.contains(step.post.text) else {
            throw CaseworkError.notYourStep(step: from, post: step.post.text)
        }
        try run.requireQualified(actor, at: step)
        try run.requireReturnable(from: step)
        try CaseworkRules.requireText(reason, "退回理由", atLeast: CaseworkRules.shortestOpinion)
        guard
            case .returned(_, _, let voided)? = try? run.flow.decide(
                run.state.position.marking,
                .returnTo(to, from: from)
            ).first
        else { throw CaseworkError.returnNotPossible(from: from, to: to) }
        try run.write(documents, returning: step)
        let position = try run.position(after: .returnTo(to, from: from))
        try run.append(
            .returned(
                StepReturned(
                    from: from,
                    to: to,
                    reason: reason.trimmed,
                    voided: voided,
                    position: position,
                    isRecall: nil
                )
            )
        )
        return CaseAnswer(run)
    }
}
