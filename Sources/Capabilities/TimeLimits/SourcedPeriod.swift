package import Kernel

/// A period with where it comes from, as parameters and pinned clocks hold it.
package struct SourcedPeriod: Hashable, Sendable, Codable {
    package let period: Period
    package let source: String

    package init(_ period: Period, source: String) {
        self.period = period
        self.source = source
    }

    /// Returns the last day of the period that begins after `start`.
    package func day(from start: Day, in calendar: WorkingCalendar) throws(TimeLimitError) -> Day {
        guard case .due(let day, _) = try DeadlineClock(start: start, period: period).deadline(in: calendar) else {
            return start
        }
        return day
    }
}
