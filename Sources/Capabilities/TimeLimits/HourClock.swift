package import Kernel

/// A period in hours running from a moment; the hour in which it begins is not counted.
///
/// Hours run through nights and rest days. It cannot be stopped: no ground of law we serve stops a clock of hours.
///
/// - Source: Civil Procedure Law (民事诉讼法) art. 85, applied by analogy.
package struct HourClock: Hashable, Sendable {
    package let start: Instant
    package let period: Period

    package init(start: Instant, period: Period) {
        self.start = start
        self.period = period
    }

    /// Returns the moment the period ends, on a full hour in Asia/Shanghai.
    ///
    /// - Parameter calendar: consulted only if the period rolls: an end on a rest day moves to the same hour of the first
    ///   working day after it.
    /// - Returns: the moment, and whether it depends on a year without notice.
    /// - Throws: `TimeLimitError.outsideCalendar`, `.outsideDays`.
    package func end(in calendar: WorkingCalendar) throws(TimeLimitError) -> (moment: Instant, isProvisional: Bool) {
        let firstHour = start.minuteOfDay / 60 + 1
        let hours = firstHour + period.count
        let day = start.day + hours / 24
        guard day <= .last else { throw .outsideDays(last: .last) }
        guard period.rollsToWorkingDay else { return (Instant(day, hour: hours % 24), false) }
        let moved = try calendar.firstWorkingDay(from: day)
        return (Instant(moved, hour: hours % 24), calendar.isProvisional(day...moved))
    }
}
