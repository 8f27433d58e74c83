package import Kernel

/// Where a running limit ends, or that its clock stands still.
package enum Deadline: Hashable, Sendable {
    /// The last day in time; provisional while a year it was counted in has no notice.
    case due(Day, isProvisional: Bool)
    /// `remaining` counts what is left once the clock resumes, in the unit of the period, months in days.
    case stopped(since: Day, ground: ExcludedTime, remaining: Int)
}

/// A period in days or months running from a day, with its stops and prolongations.
///
/// The start day is not counted. Stops that begin on or after the end have no effect. Stops that overlap exclude each
/// day once. A prolongation continues the count where it stood.
///
/// - Source: Civil Procedure Law (民事诉讼法) art. 85 and Civil Code (民法典) art. 201–203, applied by analogy.
package struct DeadlineClock: Hashable, Sendable {
    package let start: Day
    package let period: Period
    package let prolongations: [Period]
    /// By the day they begin.
    package let excluded: [ExcludedSpan]

    /// Checks the stops and puts them in order.
    ///
    /// - Parameters:
    ///   - start: the day the period begins; the first day counted is the next.
    ///   - period: working days, calendar days or months; for hours see `HourClock`.
    ///   - prolongations: approved ones, in order of approval.
    ///   - excluded: stops of the clock; at most the last one is still open.
    /// - Throws: `TimeLimitError.hoursNeedMoment`, `.resumedBeforeStopped`.
    package init(
        start: Day,
        period: Period,
        prolongations: [Period] = [],
        excluded: [ExcludedSpan] = []
    ) throws(TimeLimitError) {
        for part in [period] + prolongations where part.unit == .hour { throw .hoursNeedMoment(part) }
        for span in excluded {
            if let ended = span.ended, ended < span.stopped { throw .resumedBeforeStopped(span) }
        }
        self.start = start
        self.period = period
        self.prolongations = prolongations
        self.excluded = excluded.sorted { ($0.stopped, $0.ended ?? .last) < ($1.stopped, $1.ended ?? .last) }
    }

    /// Begins the clock of a limit, which must be pausable if it has stops.
    package init(
        start: Day,
        limit: TimeLimit,
        prolongations: [Period] = [],
        excluded: [ExcludedSpan] = []
    ) throws(TimeLimitError) {
        guard limit.isPausable || excluded.isEmpty else { throw .notPausable(limit: limit.name) }
        try self.init(start: start, period: limit.period, prolongations: prolongations, excluded: excluded)
    }

    /// Returns the last day on which the act is still in time, in constant time for a clock without stops.
    ///
    /// - Parameter calendar: the published working days; not consulted for calendar days and months that do not roll.
    /// - Returns: the due day, or what is left if the clock stands.
    /// - Throws: `TimeLimitError.outsideCalendar` or `.outsideDays` if the end cannot be known.
    package func deadline(in calendar: WorkingCalendar) throws(TimeLimitError) -> Deadline {
        var reached = start
        var usesCalendar = false
        for part in parts {
            usesCalendar = usesCalendar || part.unit == .workingDay
            switch try end(of: part, after: reached, in: calendar) {
            case .due(let day, _): reached = day
            case .stopped(let since, let ground, let remaining):
                return .stopped(since: since, ground: ground, remaining: remaining)
            }
        }
        guard reached <= .last else { throw .outsideDays(last: .last) }
        let countedThrough = reached
        if rolls {
            var day = try calendar.firstWorkingDay(from: reached)
            while let span = excluded.first(where: { $0.excludes(day) }) {
                guard let ended = span.ended else {
                    return .stopped(since: span.stopped, ground: span.ground, remaining: 0)
                }
                day = try calendar.firstWorkingDay(from: ended + 1)
            }
            reached = day
        }
        let consulted = usesCalendar ? start...reached : countedThrough...reached
        let isProvisional = (usesCalendar || rolls) && calendar.isProvisional(consulted)
        return .due(reached, isProvisional: isProvisional)
    }

    /// Whether the end moves off a rest day.
    package var rolls: Bool { ([period] + prolongations).contains { $0.rollsToWorkingDay } }

    /// The period and its prolongations; neighbors of one unit are added up before they are counted.
    package var parts: [Period] {
        prolongations.reduce(into: [period]) { parts, next in
            if let last = parts.last, last.unit == next.unit {
                parts[parts.count - 1] = Period(last.count + next.count, last.unit)
            } else {
                parts.append(next)
            }
        }
    }

    private func end(
        of part: Period,
        after begin: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> Deadline {
        switch part.unit {
        case .workingDay, .calendarDay: try endOfDays(part, after: begin, in: calendar)
        case .month: try endOfMonths(part, after: begin)
        case .hour: throw .hoursNeedMoment(part)
        }
    }

    private func endOfDays(
        _ part: Period,
        after begin: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> Deadline {
        var reached = begin
        var left = part.count
        for span in excluded where span.ended.map({ $0 > reached }) ?? true {
            let stop = max(span.stopped, reached)
            guard stop < .last else { break }
            let plain = try calendar.add(left, part.unit, to: reached)
            guard plain > stop else { break }
            left -= try calendar.count(part.unit, after: reached, through: stop)
            guard let ended = span.ended else {
                return .stopped(since: span.stopped, ground: span.ground, remaining: left)
            }
            reached = ended
        }
        return .due(try calendar.add(left, part.unit, to: reached), isProvisional: false)
    }

    private func endOfMonths(_ part: Period, after begin: Day) throws(TimeLimitError) -> Deadline {
        var reached = begin
        var end = begin.adding(months: part.count)
        for span in excluded where span.ended.map({ $0 > reached }) ?? true {
            let stop = max(span.stopped, reached)
            guard stop < end else { break }
            guard let ended = span.ended else {
                return .stopped(since: span.stopped, ground: span.ground, remaining: end - stop)
            }
            end = end + (ended - stop)
            reached = ended
        }
        guard end <= .last else { throw .outsideDays(last: .last) }
        return .due(end, isProvisional: false)
    }
}

extension WorkingCalendar {
    fileprivate func add(_ count: Int, _ unit: Period.Unit, to day: Day) throws(TimeLimitError) -> Day {
        guard unit == .workingDay else {
            guard day + count <= .last else { throw .outsideDays(last: .last) }
            return day + count
        }
        return try self.day(count, workingDaysAfter: day)
    }

    fileprivate func count(_ unit: Period.Unit, after start: Day, through end: Day) throws(TimeLimitError) -> Int {
        unit == .workingDay ? try workingDays(after: start, through: end) : end - start
    }
}
