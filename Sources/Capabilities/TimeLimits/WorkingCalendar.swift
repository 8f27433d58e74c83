package import Kernel

/// The working days of a division, year by year, each from the notice that fixed it.
///
/// Additions and differences take constant time: the calendar holds the number of working days through every day,
/// and the day of every working day's number. The last days of an announced year's December can still be changed by
/// the next year's notice; they count as announced.
///
/// - Source: Measures on Holidays of National Festivals and Memorial Days (全国年节及纪念日放假办法) art. 2, 7.
package struct WorkingCalendar: Sendable {
    /// The division whose calendar it is, in twelve digits; zeros for the nation.
    package let division: String
    /// In order, without gaps.
    package let years: [CalendarYear]

    private let first: Int
    private let last: Int
    private let workingDaysThrough: [Int32]
    private let dayOfWorkingDay: [Int32]
    private let specialDays: [Int: SpecialDay]

    /// Builds the tables.
    ///
    /// - Parameters:
    ///   - years: without gaps, in any order; of two notices about one day the later year's holds.
    ///   - division: twelve digits; zeros for the nation.
    /// - Throws: `TimeLimitError.yearsNotInRow`.
    package init(years: [CalendarYear], division: String = "000000000000") throws(TimeLimitError) {
        let ordered = years.sorted { $0.year < $1.year }
        let numbers = ordered.map(\.year)
        guard let from = numbers.first, let to = numbers.last, numbers == Array(from...to),
            let firstDay = Day(year: from, month: 1, day: 1), let lastDay = Day(year: to, month: 12, day: 31)
        else { throw .yearsNotInRow(numbers) }
        self.division = division
        self.years = ordered
        first = firstDay.ordinal
        last = lastDay.ordinal
        var specialDays: [Int: SpecialDay] = [:]
        for special in ordered.flatMap(\.days) { specialDays[special.day.ordinal] = special }
        var through: [Int32] = []
        var days: [Int32] = []
        through.reserveCapacity(last - first + 1)
        for ordinal in first...last {
            let isWorked = specialDays[ordinal].map { $0.kind == .workday } ?? !Day(ordinal: ordinal).isWeekend
            if isWorked { days.append(Int32(ordinal)) }
            through.append(Int32(days.count))
        }
        self.specialDays = specialDays
        workingDaysThrough = through
        dayOfWorkingDay = days
    }

    package var range: ClosedRange<Int> { Day(ordinal: first).year...Day(ordinal: last).year }

    /// Returns the calendar in which `year` replaces what was known about it, as when its notice is published.
    ///
    /// - Parameter year: a year of the calendar or the one after its last.
    /// - Returns: a new calendar; this one stays what it was.
    /// - Throws: `TimeLimitError.yearsNotInRow`.
    package func adopting(_ year: CalendarYear) throws(TimeLimitError) -> WorkingCalendar {
        try WorkingCalendar(years: years.filter { $0.year != year.year } + [year], division: division)
    }

    package func contains(_ day: Day) -> Bool { (first...last).contains(day.ordinal) }

    /// Returns why the day is worked or not; outside the calendar nothing is known but the weekend.
    package func standing(of day: Day) -> DayStanding {
        switch specialDays[day.ordinal] {
        case .some(let special) where special.kind == .workday: .makeUpWorkday(special)
        case .some(let special): .holiday(special)
        case nil: day.isWeekend ? .weekend : .workingDay
        }
    }

    package func isWorkingDay(_ day: Day) -> Bool { standing(of: day).isWorked }

    /// Returns the working day that is `count` working days after `start`; `start` itself for zero.
    ///
    /// `start` is not counted and need not be a working day.
    package func day(_ count: Int, workingDaysAfter start: Day) throws(TimeLimitError) -> Day {
        guard count > 0 else { return start }
        let place = start.ordinal - first
        guard workingDaysThrough.indices.contains(place) else { throw .outsideCalendar(start, years: range) }
        let number = Int(workingDaysThrough[place]) + count - 1
        guard number < dayOfWorkingDay.count else {
            throw .outsideCalendar(Day(ordinal: last + 1), years: range)
        }
        return Day(ordinal: Int(dayOfWorkingDay[number]))
    }

    /// Returns how many working days lie after `start` up to and including `end`; negative when `end` is earlier.
    package func workingDays(after start: Day, through end: Day) throws(TimeLimitError) -> Int {
        guard contains(start) else { throw .outsideCalendar(start, years: range) }
        guard contains(end) else { throw .outsideCalendar(end, years: range) }
        return Int(workingDaysThrough[end.ordinal - first]) - Int(workingDaysThrough[start.ordinal - first])
    }

    /// Returns `day` if it is worked, otherwise the first working day after it.
    package func firstWorkingDay(from day: Day) throws(TimeLimitError) -> Day {
        guard contains(day) else { throw .outsideCalendar(day, years: range) }
        return isWorkingDay(day) ? day : try self.day(1, workingDaysAfter: day)
    }

    /// Whether a day of the range lies in a year without notice.
    package func isProvisional(_ days: ClosedRange<Day>) -> Bool {
        let touched = days.lowerBound.year...days.upperBound.year
        return years.contains { touched.contains($0.year) && $0.isProvisional }
    }
}
