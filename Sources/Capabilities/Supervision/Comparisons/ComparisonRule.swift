package import Kernel
package import TimeLimits

/// A rule that compares the steps of many cases, over the table of steps, after they were committed.
///
/// Pure, and a function of the table and the days alone, so that the same position of the log gives the same leads. What a
/// day that is over shows is recorded as a finding of the agency (`ComparisonTimers`).
package protocol ComparisonRule: SupervisionRule {
    /// The days it is held against, when a day is over.
    static var span: ComparisonSpan { get }

    /// Returns the leads of a slice, the earliest first.
    func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead]
}

/// The days that are looked at together when a day is over.
package enum ComparisonSpan: Hashable, Sendable {
    /// That day.
    case day
    /// The quarter so far.
    case quarter

    package func days(through day: Day) -> ClosedRange<Day> {
        switch self {
        case .day: day...day
        case .quarter: firstOfQuarter(day)...day
        }
    }

    /// What tells the findings of one span from those of the next.
    func name(of day: Day) -> String {
        switch self {
        case .day: day.description
        case .quarter: "\(day.year)Q\((day.month - 1) / 3 + 1)"
        }
    }

    private func firstOfQuarter(_ day: Day) -> Day {
        Day(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
    }
}

/// Something that stands out from others of its kind, with those it was compared to.
package struct Lead: Hashable, Sendable {
    package let rule: RuleCode
    package let agency: String
    package let agencyName: String
    /// Who or what stands out.
    package let subject: FindingSubject
    /// Tells leads of one rule, subject and span apart: the step, the first case.
    package let key: String
    /// What stands out, without the name of who.
    package let message: String
    package let since: Instant
    package let comparison: Comparison

    init(
        _ rule: RuleCode,
        _ subject: FindingSubject,
        at agency: (id: String, name: String),
        key: String,
        message: String,
        since: Instant,
        comparison: Comparison
    ) {
        self.rule = rule
        self.agency = agency.id
        self.agencyName = agency.name
        self.subject = subject
        self.key = key
        self.message = message
        self.since = since
        self.comparison = comparison
    }
}

extension StepTable {
    /// Returns everything that stands out in a slice: by rule, then by moment.
    package func leads(
        _ rules: [any ComparisonRule],
        _ slice: StepSlice,
        _ calendar: WorkingCalendar
    ) -> [Lead] {
        rules.flatMap { $0.leads(in: self, slice, calendar) }
    }

    /// The agency of a place, as a lead names it.
    func agency(of place: Int) -> (id: String, name: String) { (places[place].agency, places[place].agencyName) }
}

extension [Lead] {
    /// The earliest first; of one moment in an order that does not hang on how sets are laid out.
    var ordered: [Lead] {
        sorted { ($0.since, $0.subject.text, $0.key) < ($1.since, $1.subject.text, $1.key) }
    }
}
