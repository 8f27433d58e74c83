import EventLog
import Kernel
import TimeLimits

/// How the facts about time are computed; each is recorded with the days it led to.
extension CaseRun {
    func acceptance(on day: Day, isDeemed: Bool) throws -> ApplicationAccepted {
        let item = try opening.item
        let clock = CaseClock(
            acceptedOn: day,
            statutory: item.statutoryLimit,
            promised: item.promisedLimit,
            latest: state.latestDecision,
            prolongations: state.split?.prolongations ?? [],
            excluded: state.split?.excluded ?? [],
            due: .stopped
        )
        return ApplicationAccepted(
            acceptedOn: day,
            isDeemed: isDeemed,
            statutory: item.statutoryLimit,
            promised: item.promisedLimit,
            due: try clock.dueDays(in: calendar)
        )
    }

    func suspension(_ given: SuspensionDetails) throws -> ClockSuspended {
        let today = session.today
        guard given.expectedEnd > today else { throw CaseworkError.expectedEndInvalid(given.expectedEnd) }
        try CaseworkRules.requireText(given.explanation, "特别程序说明", atLeast: CaseworkRules.shortestOpinion)
        return ClockSuspended(
            ground: given.ground,
            since: today,
            expectedEnd: given.expectedEnd,
            explanation: ForParty(given.explanation.trimmed, party: try opening.party)
        )
    }

    func resumption(on day: Day, note: String) throws -> ClockResumed {
        var clock = try runningClock()
        guard let open = clock.suspension else { throw CaseworkError.notSuspended }
        clock.excluded[clock.excluded.count - 1] = ExcludedSpan(open.ground, stopped: open.stopped, ended: day)
        return ClockResumed(on: day, due: try clock.dueDays(in: calendar), note: note)
    }

    /// Returns the last day on which an application received on `day` must be answered.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    static func answerDue(receivedOn day: Day, in calendar: WorkingCalendar) throws -> Day {
        let clock = try DeadlineClock(start: day, period: CaseworkRules.answerPeriod)
        guard case .due(let due, _) = try clock.deadline(in: calendar) else { return day }
        return due
    }
}
