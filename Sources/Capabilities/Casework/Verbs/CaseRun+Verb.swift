import Kernel
import Processes

extension CaseRun {
    /// Refuses a verb that its rule does not allow at this stage, for this actor or with this reason.
    ///
    /// - Throws: `CaseworkError`; `calendar` and step guards are asked by the command itself.
    func require(_ verb: CaseVerb, by actor: CaseFile.StepActor, because reason: String) throws(CaseworkError) {
        try requireStage(of: verb)
        try requireHolder(of: verb.rule.who, actor)
        try requireReason(reason, of: verb)
    }

    /// Refuses a verb at this stage or with this reason; who may do it, the command asks itself.
    func requireAllowed(_ verb: CaseVerb, because reason: String) throws(CaseworkError) {
        try requireStage(of: verb)
        try requireReason(reason, of: verb)
    }

    private func requireStage(of verb: CaseVerb) throws(CaseworkError) {
        guard verb.rule.stages.contains(state.stage.name) else {
            throw .wrongStage(expected: verb.rule.stages, found: state.stage.name)
        }
    }

    private func requireReason(_ reason: String, of verb: CaseVerb) throws(CaseworkError) {
        guard verb.rule.reason > 0 else { return }
        try CaseworkRules.requireText(reason, "\(verb.chinese)理由", atLeast: verb.rule.reason)
    }

    func requireHolder(of who: VerbRule.Who, _ actor: CaseFile.StepActor) throws(CaseworkError) {
        let kinds: [PostKind]
        switch who {
        case .handler: kinds = [.handle]
        case .reviewerOrApprover, .otherHead: kinds = [.review, .approve]
        case .approver: kinds = [.approve]
        case .postOfStep:
            let waiting = waitingSteps
            guard waiting.contains(where: { actor.functions.contains($0.post.text) }) else {
                guard let step = waiting.first else { throw .notWaiting(step: definition.first, waiting: []) }
                throw .notYourStep(step: step.id, post: step.post.text)
            }
            return
        // What was done last and by whom, and who is a side or above both, the command asks itself.
        case .colleague, .partyOrColleague, .whoDidStep, .disputants, .superior: return
        case .party, .partyOrWindow, .legalOffice, .registrar, .system: throw .notAnOfficer
        }
        let posts = definition.posts.filter { kinds.contains($0.kind) }.map(\.id.text)
        guard !actor.functions.isDisjoint(with: posts) else {
            throw .notYourStep(step: state.position.steps.first ?? definition.first, post: posts.first ?? "")
        }
    }
}
