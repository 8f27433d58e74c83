import Casework
import Catalog
import EventLog
import Kernel
import Processes
import Publicity
import TimeLimits

extension SupervisedCase {
    /// Reads the facts from a case as it stands after `event`; `nil` before the application was received.
    ///
    /// - Parameters:
    ///   - id: the case.
    ///   - state: the case as the whole command left it.
    ///   - event: the fact that is being answered, if any; it holds what the state does not keep.
    ///   - publication: whether its decision is to be public, and is.
    ///   - definition: the process the case runs under.
    ///   - watched: what is already watched about the case.
    ///   - recordings: the steps done that had to be recorded.
    init?(
        _ id: CaseFile.ID,
        _ state: CaseFile,
        after event: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?,
        _ publication: Publication,
        _ definition: ProcessDefinition,
        watched: [DuePoint],
        recordings: [OwedRecording] = []
    ) {
        guard let opening = state.opening else { return nil }
        self.init(id: id, number: opening.number, item: opening.item)
        law = ProceduralLaw(definition.category)
        isPromised = !opening.isExOfficio || opening.item.promisedLimit != opening.item.statutoryLimit
        receivedOn = opening.receivedOn
        acceptedOn = SupervisedCase.acceptedOn(state, definition)
        materials = state.submission.flatMap { given in
            given.materials.isEmpty ? nil : given.materials.count(where: \.isGiven)
        }
        renewalDue = state.renewalDue
        stepsDone = state.acts.count { !$0.isVoided }
        act = event?.act
        steps = SupervisedCase.waitingSteps(state, definition)
        switch state.stage {
        case .intake(let received, let due):
            // Once refused, a case stays in intake until that is served; only who still judges it owes an answer.
            guard steps.contains(where: { $0.kind == .accept || $0.kind == .receive }) else { break }
            answer = AnswerClock(received: received, due: due, round: state.corrections.count + 1)
        case .examination(let clock):
            decisionClock = DecisionClock(
                accepted: clock.acceptedOn,
                promised: clock.promised,
                statutory: clock.statutory,
                prolongations: clock.prolongations,
                excluded: clock.excluded
            )
            suspension = clock.suspension.map { span in
                Suspension(since: span.stopped, toldEnd: SupervisedCase.toldEnd(event?.fact, watched))
            }
        case .closed(let closing):
            closedOn = closing.on
            if closing.manner == .notAccepted { nonAcceptance = NonAcceptance(on: closing.on, reasons: nil) }
        case .inquiry, .correction, .decided: break
        }
        if case .notAccepted(let refusal)? = event?.fact, let day = event?.on {
            nonAcceptance = NonAcceptance(on: day, reasons: refusal.reasons.value)
        }
        corrections = state.corrections.map(\.notifiedOn)
        decision = state.decision
        lostEffect = state.lostEffectOn != nil
        weighed = state.weighed
        servedOn = state.servedOn
        if case .awaited(let day) = publication.status { publishBy = day }
        publicSinceFall = publication.isPublic ? state.lostEffectOn : nil
        payment = ReceivedPayment(state, definition)
        deferredUntil = state.deferral?.instalments.last?.due
        measure = state.holding.flatMap { held in
            guard held.isRunning else { return nil }
            return HeldMeasure(
                since: held.clock.acceptedOn,
                period: held.clock.statutory,
                due: held.clock.due.statutory,
                prolongations: held.clock.prolongations.count
            )
        }
        summary = state.clue?.facts
        self.recordings = recordings
        documents = state.documents.map { IssuedName(name: $0.name, number: $0.number) }
    }

    private static func waitingSteps(_ state: CaseFile, _ definition: ProcessDefinition) -> [WaitingStep] {
        guard state.stage.name != .closed else { return [] }
        return state.position.steps.compactMap { id in
            guard let step = definition.step(id), let entered = state.entered[id] else { return nil }
            return WaitingStep(
                id: id,
                name: step.name,
                kind: step.kind,
                entered: entered,
                limit: step.limit,
                isExcluded: step.excludedBy != nil,
                pass: state.acts.count { $0.step == id } + 1,
                earliest: step.earliest,
                review: turn(of: state, at: step)
            )
        }
    }

    /// While somebody else has the turn the step's own time stands still; afterwards the review's facts say its last day.
    private static func turn(of state: CaseFile, at step: Step) -> ReviewTurn? {
        guard step.kind == .legalReview, let review = state.legalReview, review.step == step.id else { return nil }
        guard review.phase == .reviewing else {
            return ReviewTurn(words: review.phase.chinese, due: review.phase.due)
        }
        return review.due.map { ReviewTurn(words: review.phase.chinese, due: $0) }
    }

    /// The clock knows; once it is gone, the act that accepted and the notice of it do.
    private static func acceptedOn(_ state: CaseFile, _ definition: ProcessDefinition) -> Day? {
        let accepts = definition.steps.contains { $0.outcomes.contains { $0.effect == .accepted } }
        // What an agency takes up itself, or files without judging an application, is never accepted.
        guard accepts else { return nil }
        if let clock = state.clock { return clock.acceptedOn }
        let act = state.acts.last { act in
            !act.isVoided && definition.step(act.step)?.outcome(act.outcome)?.effect == .accepted
        }
        return act?.at.day ?? state.documents.first { $0.name == AcceptanceNoticeMissing.document }?.issuedOn
    }

    /// The case keeps no told end; the fact of the suspension does, and afterwards what is watched.
    private static func toldEnd(_ fact: CaseFileEvent?, _ watched: [DuePoint]) -> Day? {
        if case .suspended(let suspended)? = fact { return suspended.expectedEnd }
        return watched.first { $0.rule == .suspensionOverrun }?.limit
    }
}

extension StateSource {
    /// Reads the facts of a case, and what of its surroundings the rules ask: lists, tables, the party.
    ///
    /// Returns `nil` before anything was received.
    func supervisedCase(
        _ id: CaseFile.ID,
        _ state: CaseFile,
        after event: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?,
        _ publication: Publication,
        _ definition: ProcessDefinition,
        watched: [DuePoint]
    ) throws -> SupervisedCase? {
        let recordings = try owedRecordings(of: state, definition)
        var facts = SupervisedCase(
            id,
            state,
            after: event,
            publication,
            definition,
            watched: watched,
            recordings: recordings
        )
        // What had to be done before a penalty is asked when it is imposed; nothing done later makes up for it.
        if case .decided? = event?.fact { facts?.penalty = try imposedPenalty(of: state, definition) }
        return facts
    }

    /// Reads the steps done that the agency's list in force on their day wants recorded.
    func owedRecordings(of state: CaseFile, _ definition: ProcessDefinition) throws -> [OwedRecording] {
        guard let item = state.opening?.item, !state.acts.isEmpty else { return [] }
        let list = try load(OfficialList.self, item.list(RecordingDuty.list)).state
        return try state.owedRecordings(definition, by: list)
    }
}
