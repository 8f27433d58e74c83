import Directory
import EventLog
import Kernel
import Processes
import WorkflowEngine

/// How a legal review is acted upon: by whom, and how the case moves with it.
extension CaseRun {
    /// Loads a case for an act on its waiting review, and refuses who may not do it.
    static func reviewed(
        _ id: CaseFile.ID,
        seen: Int,
        by verb: CaseVerb,
        because reason: String = "",
        in session: CommandSession
    ) throws -> (run: CaseRun, step: Step, review: LegalReview) {
        let run = try CaseRun(id, in: session)
        try session.requireSeen(seen, CaseFile.self, id.text)
        let (step, review) = try run.waitingReview
        let isReviewers = verb.rule.who == .postOfStep
        let actor = try CaseAuthority.officer(of: run, at: isReviewers ? step : nil, in: session)
        try run.requireStage(of: verb, for: actor, because: reason)
        if isReviewers {
            try run.state.requireReviewer(actor, at: step)
            // Who is to do the review opposed it; the second review is another's.
            if verb != .answerContest { try run.state.requireFree(step, for: actor) }
        } else {
            try run.requireHolder(of: verb.rule.who, actor)
        }
        return (run, step, review)
    }

    private func requireStage(
        of verb: CaseVerb,
        for actor: CaseFile.StepActor,
        because reason: String
    ) throws(CaseworkError) {
        try requireAllowed(verb, because: reason)
        guard !state.assistants.contains(actor.officer) else { throw .assistsOnly(officer: actor.officer) }
    }

    /// Returns the steps that a return from a step to another voids.
    func returning(to target: Step.ID, from step: Step.ID) throws(CaseworkError) -> [Step.ID] {
        let events = try? flow.decide(state.position.marking, .returnTo(target, from: step))
        guard case .returned(_, _, let voided)? = events?.first else {
            throw .returnNotPossible(from: step, to: target)
        }
        return voided
    }

    /// Sends the case back as the opinion against it says.
    mutating func carryOut(_ opposed: ReviewOpposed) throws {
        let voided = try returning(to: opposed.to, from: opposed.step)
        let words = opposed.defects.map(\.chinese).joined(separator: "、")
        try append(
            .returned(
                StepReturned(
                    from: opposed.step,
                    to: opposed.to,
                    reason: "法制审核不同意（\(words)）：\(opposed.opinion)",
                    voided: voided,
                    position: position(after: .returnTo(opposed.to, from: opposed.step)),
                    isRecall: nil
                )
            )
        )
    }

    /// Whether the paper of a review says of one element at least that it is not as it must be.
    func findsWanting(_ documents: [DocumentRecord], at step: Step) throws -> Bool {
        try DocumentForms.shipped().forms(returning: step, in: definition.category).contains { form in
            guard let record = documents.first(where: { $0.document == form.name }) else { return false }
            return form.fields.contains { field in
                let text = record.text(field.key)
                return field.choices.contains(text) && !field.passing.isEmpty && !field.passing.contains(text)
            }
        }
    }

    /// The name of somebody else who may review the case today; `nil` where nobody is.
    func otherReviewer(than officer: String, at step: Step) throws -> String? {
        let (agency, realm, today) = (Agency.ID(try opening.item.agency), session.realm, session.today)
        let posts = try session.reader.posts(ofAgency: agency, in: realm, on: today)
            .filter { $0.responsibility.processPosts.contains(step.post.text) }
        for post in posts {
            for other in try session.reader.officers(of: post.id, in: realm, on: today) where other.id.text != officer {
                let functions = try? CaseAuthority.functions(of: other.id, at: post.id, for: opening.item, in: session)
                guard functions?.contains(step.post.text) == true, try mayReview(other.id.text) else { continue }
                guard case .none = try recusal(of: other.id), !state.didOtherPart(other.id.text, than: step) else {
                    continue
                }
                return other.name
            }
        }
        return nil
    }
}

extension CaseFile {
    /// Refuses who does not hold the reviewing post, or did what a reviewer must not have done.
    func requireReviewer(_ actor: StepActor, at step: Step) throws(CaseworkError) {
        guard actor.functions.contains(step.post.text) else { throw .notYourStep(step: step.id, post: step.post.text) }
        try requireOtherPerson(step, actor)
    }

    /// Whether an officer did a step whose doer must not do this one.
    fileprivate func didOtherPart(_ officer: String, than step: Step) -> Bool {
        acts.contains { act in
            !act.isVoided && step.differsFrom.contains(act.step) && ([act.officer] + act.companions).contains(officer)
        }
    }
}
