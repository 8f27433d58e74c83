package import Kernel
package import TimeLimits

/// The time that a party has before a step may end: what the process grants, and what the party was told.
package struct PartyTime: Hashable, Sendable {
    package struct Granted: Hashable, Sendable {
        package let period: Period
        /// The article.
        package let source: String

        package init(period: Period, source: String) {
            self.period = period
            self.source = source
        }
    }

    /// The last day of a party's time, and by what.
    package struct End: Hashable, Sendable {
        package let day: Day
        package let period: Period
        package let source: String
    }

    /// The day that is not counted: the step waits and the notice is served.
    package let since: Day
    package let periods: [Granted]

    package init(since: Day, periods: [Granted]) {
        self.since = since
        self.periods = periods
    }

    /// Returns the end of the longest of them; `nil` where there is none.
    package func end(in calendar: WorkingCalendar) throws(TimeLimitError) -> End? {
        var latest: End?
        for granted in periods {
            let window = try DeadlineClock(start: since, period: granted.period)
            guard case .due(let day, _) = try window.deadline(in: calendar), day > (latest?.day ?? .first) else {
                continue
            }
            latest = End(day: day, period: granted.period, source: granted.source)
        }
        return latest
    }
}
