package import Kernel
package import Processes
package import TimeLimits
import WorkflowEngine

/// The guards of a step: pure questions to the case, asked before anything is written.
extension CaseFile {
    /// Who wants to do the step: the officer, those who act along, and the process post the officer holds.
    struct StepActor {
        let officer: String
        /// The absent holder for whom the officer acts.
        let deputyFor: String?
        let companions: [String]
        let functions: Set<String>
    }

    /// Refuses unless the step waits, the outcome exists, and the law lets this officer do it today.
    func requireStep(
        _ step: Step,
        _ outcome: StepOutcome.ID,
        by actor: StepActor,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws(CaseworkError) -> StepOutcome {
        guard position.steps.contains(step.id) else {
            throw .notWaiting(step: step.id, waiting: position.steps)
        }
        guard let chosen = step.outcome(outcome) else { throw .unknownOutcome(step: step.id, outcome: outcome) }
        guard actor.functions.contains(step.post.text) else { throw .notYourStep(step: step.id, post: step.post.text) }
        guard !assistants.contains(actor.officer) else { throw .assistsOnly(officer: actor.officer) }
        try requireFree(step, for: actor)
        try requireOtherPerson(step, actor)
        try requireOfficers(step, actor)
        try requireNotSuspended(step)
        try requireEarliest(step, chosen, today, calendar)
        return chosen
    }

    /// A step given to one officer is done by that officer, or by who stands in for the officer.
    func requireFree(_ step: Step, for actor: StepActor) throws(CaseworkError) {
        guard let assignee = assignees[step.id] else { return }
        guard assignee == actor.officer || assignee == actor.deputyFor else {
            throw .assignedToOther(step: step.id, officer: assignee)
        }
    }

    /// 承办、审核、批准 are different people (G-SEPROLE), whoever of them did it along and however often.
    func requireOtherPerson(_ step: Step, _ actor: StepActor) throws(CaseworkError) {
        let people = Set(actor.companions + [actor.officer])
        for earlier in step.differsFrom {
            let done = acts.filter { $0.step == earlier && !$0.isVoided }
            guard done.allSatisfy({ people.isDisjoint(with: $0.companions + [$0.officer]) }) else {
                throw .samePerson(step: step.id, earlier: earlier)
            }
        }
    }

    /// - Source: Administrative License Law (行政许可法) art. 34, 55 (two or more officers).
    private func requireOfficers(_ step: Step, _ actor: StepActor) throws(CaseworkError) {
        let found = Set(actor.companions + [actor.officer]).count
        guard found >= step.officers else {
            throw .officersMissing(step: step.id, required: step.officers, found: found)
        }
    }

    /// While the clock stands still nothing is decided; who wants to decide resumes first.
    private func requireNotSuspended(_ step: Step) throws(CaseworkError) {
        guard let suspension = clock?.suspension, step.excludedBy == nil else { return }
        throw .suspendedNoAct(since: suspension.stopped)
    }

    /// The party's window is kept open; only what the party itself declares may end it early.
    private func requireEarliest(
        _ step: Step,
        _ outcome: StepOutcome,
        _ today: Day,
        _ calendar: WorkingCalendar
    ) throws(CaseworkError) {
        let window: (opens: Day, source: String)?
        do {
            window = try self.window(of: step, ending: outcome, in: calendar)
        } catch {
            throw .calendar(error)
        }
        guard let window, today < window.opens else { return }
        throw .tooEarly(step: step.id, notBefore: window.opens, source: window.source)
    }
}

extension CaseFile {
    /// Returns the first day on which a step may end so, where the party has time before; `nil` when there is none.
    ///
    /// The party has the time of the process and the time it was told, whichever is longer, from the day on which the notice
    /// that opened the step reached it; where the paper came with its service, or none was served, from the day on which the
    /// step began to wait.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 47, 48; Administrative Penalty Law (行政处罚法) art. 44, 45, 62, 64;
    ///   Administrative Coercion Law (行政强制法) art. 36–38, 51.1(2), 54.
    package func window(
        of step: Step,
        ending outcome: StepOutcome,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> (opens: Day, source: String)? {
        guard !outcome.isEndedByParty, let waiting = entered[step.id]?.day else { return nil }
        return try partyTime(in: step, since: noticed[step.id] ?? waiting).end(in: calendar).map {
            ($0.day + 1, $0.source)
        }
    }

    /// The time the party has in a step from a day that is not counted.
    package func partyTime(in step: Step, since day: Day) -> PartyTime {
        let told = step.kind == .statement ? ToldPeriod.latest(in: written) : nil
        return PartyTime(
            since: day,
            periods: (step.earliest.map { [.init(period: $0.period, source: $0.source.description)] } ?? [])
                + (told.map { [.init(period: $0, source: ToldPeriod.source)] } ?? [])
                + (ToldPeriod.urged(before: step, in: written, since: day).map { [$0] } ?? [])
        )
    }
}
