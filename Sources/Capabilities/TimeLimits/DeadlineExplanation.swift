package import Kernel

/// A deadline told day by day: what was counted, what was not, and why.
///
/// Counted by walking, not from the tables the deadline itself comes from, so that the two prove each other.
package struct DeadlineExplanation: Hashable, Sendable {
    /// What one day after the start does for the period.
    package enum Account: Hashable, Sendable {
        /// The `number`-th day of the period or of its prolongation.
        case counted(number: Int)
        /// A rest day in a period of working days.
        case skipped
        /// A stop of the clock, whatever the day would have been.
        case excluded(ExcludedTime)
        /// A rest day after the count was complete; the end moves past it.
        case movedPast
        /// The working day to which the end moved.
        case movedTo
    }

    package struct Entry: Hashable, Sendable {
        package let day: Day
        package let standing: DayStanding
        package let account: Account

        package init(day: Day, standing: DayStanding, account: Account) {
            self.day = day
            self.standing = standing
            self.account = account
        }
    }

    package let clock: DeadlineClock
    package let deadline: Deadline
    /// Every day after the start up to the end, or up to `asOf` while the clock stands.
    package let entries: [Entry]

    /// Tells how the clock arrives at its deadline.
    ///
    /// - Parameters:
    ///   - clock: the period with its stops.
    ///   - calendar: the published working days.
    ///   - asOf: for a clock that stands, the last day to tell about; not consulted otherwise.
    /// - Throws: as `DeadlineClock.deadline(in:)`.
    package init(_ clock: DeadlineClock, in calendar: WorkingCalendar, asOf: Day) throws(TimeLimitError) {
        self.clock = clock
        deadline = try clock.deadline(in: calendar)
        let lastDay: Day
        switch deadline {
        case .due(let day, _): lastDay = day
        case .stopped(let since, _, _): lastDay = max(since, asOf)
        }
        entries = DeadlineExplanation.walk(clock, through: lastDay, in: calendar)
    }

    /// How many days count as used at the end of `today`.
    package func used(on today: Day) -> Int {
        entries.count { $0.day <= today && $0.isCounted }
    }

    /// How many days are still to be used after `today`; a clock that stands keeps what it had.
    package func remaining(after today: Day) -> Int {
        switch deadline {
        case .due: entries.count { $0.day > today && $0.isCounted }
        case .stopped(let since, _, let remaining):
            remaining + entries.count { $0.day > today && $0.day <= since && $0.isCounted }
        }
    }

    private static func walk(_ clock: DeadlineClock, through last: Day, in calendar: WorkingCalendar) -> [Entry] {
        guard last > clock.start else { return [] }
        var entries: [Entry] = []
        entries.reserveCapacity(last - clock.start)
        var count = PartCount(parts: clock.parts, start: clock.start)
        var day = clock.start
        while day < last {
            day = day + 1
            let standing = calendar.standing(of: day)
            let account: Account
            if let span = clock.excluded.first(where: { $0.excludes(day) }) {
                account = .excluded(span.ground)
                count.exclude()
            } else if count.isComplete {
                account = standing.isWorked ? .movedTo : .movedPast
            } else {
                account = count.take(day, isWorked: standing.isWorked)
            }
            entries.append(Entry(day: day, standing: standing, account: account))
        }
        return entries
    }
}

extension DeadlineExplanation.Entry {
    package var isCounted: Bool {
        switch account {
        case .counted: true
        case .skipped, .excluded, .movedPast, .movedTo: false
        }
    }
}

/// Counts the parts of a period one day at a time.
private struct PartCount {
    private var parts: ArraySlice<Period>
    private var number = 0
    /// The last day of a part in months, moved by every day excluded.
    private var monthEnd: Day

    init(parts: [Period], start: Day) {
        self.parts = parts[...]
        monthEnd = start
        begin(at: start)
    }

    var isComplete: Bool { parts.isEmpty }

    mutating func exclude() {
        monthEnd = monthEnd + 1
    }

    mutating func take(_ day: Day, isWorked: Bool) -> DeadlineExplanation.Account {
        guard let part = parts.first else { return .movedTo }
        guard part.unit != .workingDay || isWorked else { return .skipped }
        number += 1
        let taken = number
        if part.unit == .month ? day >= monthEnd : number >= part.count {
            parts = parts.dropFirst()
            begin(at: day)
        }
        return .counted(number: taken)
    }

    /// Starts the next part that has any day at all.
    private mutating func begin(at day: Day) {
        while let part = parts.first, part.count == 0 { parts = parts.dropFirst() }
        number = 0
        monthEnd = parts.first.map { $0.unit == .month ? day.adding(months: $0.count) : day } ?? day
    }
}
