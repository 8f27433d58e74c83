package import Kernel

/// How a deadline stands on a day.
package enum DeadlineStanding: Hashable, Sendable {
    case inTime(remaining: Int)
    /// Nine tenths are used, or one day is left.
    ///
    /// - Source: 榆林市行政审批电子监察预警纠错实施细则(试行) (90 %); the earlier of both, as supervision reminds.
    case dueSoon(remaining: Int)
    case overdue(by: Int)
    case suspended(ground: ExcludedTime, remaining: Int)
}

extension DeadlineExplanation {
    /// Returns how the deadline stands at the end of `today`; counts are in the unit of the period, months in days.
    package func standing(on today: Day, in calendar: WorkingCalendar) throws(TimeLimitError) -> DeadlineStanding {
        switch deadline {
        case .stopped(_, let ground, let remaining): return .suspended(ground: ground, remaining: remaining)
        case .due(let day, _) where today > day:
            let isWorking = clock.period.unit == .workingDay
            return .overdue(by: isWorking ? try calendar.workingDays(after: day, through: today) : today - day)
        case .due:
            let remaining = remaining(after: today)
            let used = used(on: today)
            let isNear = remaining <= 1 || used * 10 >= (used + remaining) * 9
            return isNear ? .dueSoon(remaining: remaining) : .inTime(remaining: remaining)
        }
    }
}
