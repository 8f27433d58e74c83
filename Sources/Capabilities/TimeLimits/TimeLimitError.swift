package import Kernel

/// Every reason why a deadline cannot be computed.
package enum TimeLimitError: Error, Hashable, Sendable {
    /// A working day was asked for that the calendar does not reach.
    case outsideCalendar(Day, years: ClosedRange<Int>)
    /// The end lies beyond the last day the program can write.
    case outsideDays(last: Day)
    /// A stop ends before it began.
    case resumedBeforeStopped(ExcludedSpan)
    /// The clock of this limit may not be stopped.
    case notPausable(limit: String)
    /// Hours are counted from a moment, days and months from a day.
    case hoursNeedMoment(Period)
    /// Years of a calendar do not follow each other without a gap.
    case yearsNotInRow([Int])
}
