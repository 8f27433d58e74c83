import Kernel
import Processes

extension CaseRun {
    /// Refuses a verb that its rule does not allow at this stage, for this actor or with this reason.
    ///
    /// - Throws: `CaseworkError`; `calendar` and step guards are asked by the command itself.
    func require(_ verb: CaseVerb, by actor: CaseFile.StepActor, because reason: String) throws(CaseworkError) {
        let rule = verb.rule
        guard rule.stages.contains(state.stage.name) else {
            throw .wrongStage(expected: rule.stages, found: state.stage.name)
        }
        try requireHolder(of: rule.who, actor)
        if rule.reason > 0 { try CaseworkRules.requireText(reason, "\(verb.chinese)理由", atLeast: rule.reason) }
    }

    private func requireHolder(of who: VerbRule.Who, _ actor: CaseFile.StepActor) throws(CaseworkError) {
        let kinds: [PostKind]
        switch who {
        case .handler: kinds = [.handle]
        case .reviewerOrApprover: kinds = [.review, .approve]
        case .approver: kinds = [.approve]
        case .postOfStep:
            let waiting = waitingSteps
            guard waiting.contains(where: { actor.functions.contains($0.post.text) }) else {
                guard let step = waiting.first else { throw .notWaiting(step: definition.first, waiting: []) }
                throw .notYourStep(step: step.id, post: step.post.text)
            }
            return
        // What was done last and by whom, the command asks itself.
        case .colleague, .whoDidStep: return
        case .party, .partyOrWindow, .legalOffice, .registrar, .system: throw .notAnOfficer
        }
        let posts = definition.posts.filter { kinds.contains($0.kind) }.map(\.id.text)
        guard !actor.functions.isDisjoint(with: posts) else {
            throw .notYourStep(step: state.position.steps.first ?? definition.first, post: posts.first ?? "")
        }
    }
}
