import EventLog
import Kernel
import Processes
import TimeLimits

/// Things sealed or seized are held for the days that the law gives, and no longer (G-SEAL).
extension CaseRun {
    /// Begins the days for which the things may be held, where the decision seals or seizes them.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 25.
    mutating func beginHolding() throws {
        guard let limit = definition.holdingStep?.limit else { return }
        let taken = MeasureTaken(since: session.today, limit: limit, due: .stopped)
        let due = try Holding(taken).clock.dueDays(in: calendar)
        try append(.measureTaken(MeasureTaken(since: taken.since, limit: limit, due: due)))
    }

    /// Refuses to deal with the things once their time is over, or while they are tested; giving them back is never late.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 25, 27, 28(4).
    func requireHeld(_ outcome: StepOutcome, at step: Step) throws {
        guard step.id == definition.holdingStep?.id, outcome.effect == .violationFound, let holding = state.holding
        else {
            return
        }
        guard holding.isRunning else { throw CaseworkError.holding(.notHeld) }
        if let test = holding.clock.suspension { throw CaseworkError.holding(.beingTested(since: test.stopped)) }
        try requireInTime(holding.clock)
    }

    /// Refuses what would hold the things beyond the last day.
    func requireInTime(_ clock: CaseClock) throws {
        if let due = clock.due.statutory, due < session.today { throw CaseworkError.holding(.ranOut(due: due)) }
    }

    /// Ends the holding where the step gave the things back or dealt with them, or where the bank could not freeze them.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 27, 28, 29.2 (what is frozen already is not frozen again), 33.
    mutating func endHolding(_ outcome: StepOutcome, at step: Step) throws {
        guard state.holding?.isRunning == true, let way = definition.holdingEnds(with: outcome, at: step) else {
            return
        }
        if state.holding?.clock.suspension != nil {
            try append(.resumed(resumption(on: session.today, note: step.name)))
        }
        try append(.measureEnded(MeasureEnded(on: session.today, way: way)))
    }
}

extension ProcessDefinition {
    /// The step during which things are sealed, seized or frozen; its limit is how long.
    var holdingStep: Step? {
        guard category == .coerciveMeasure || category == .freezing else { return nil }
        return steps.first { $0.kind == .investigate && $0.limit != nil }
    }

    /// How what is held is so no longer when a step ends so; `nil` where it goes on.
    ///
    /// Only a bank answers that there is nothing to take; what an authority has in its hands stays held until it is given back.
    func holdingEnds(with outcome: StepOutcome, at step: Step) -> MeasureEnded.Way? {
        if step.kind == .release { return .released }
        if category == .freezing, step.kind == .execute, outcome.effect == .notCarriedOut { return .notTaken }
        return step.id == holdingStep?.id && outcome.effect == .violationFound ? .handled : nil
    }
}
