import Kernel
import TimeLimits

extension WorkingCalendar {
    /// Returns the working day that is `count` working days after `day`, days of stopped clocks not counted.
    func day(
        _ count: Int,
        workingDaysAfter day: Day,
        skipping spans: [ExcludedSpan]
    ) throws(TimeLimitError) -> Day {
        var reached = day
        var left = count
        while left > 0 {
            reached = try self.day(1, workingDaysAfter: reached)
            if !spans.contains(where: { $0.excludes(reached) }) { left -= 1 }
        }
        return reached
    }
}

extension Day {
    /// Returns the day after this one that no stop of the clock excludes; `nil` while the clock stands.
    func next(skipping spans: [ExcludedSpan]) -> Day? {
        var next = self + 1
        while let span = spans.first(where: { $0.excludes(next) }) {
            guard let ended = span.ended else { return nil }
            next = ended + 1
        }
        return next
    }
}
