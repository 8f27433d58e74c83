package import Kernel
package import TimeLimits

/// A rule that compares the steps of many cases, over the table of steps, after they were committed.
///
/// What it finds is a lead for a supervisor to look into, not a finding: no card, no points. Pure, and a function of the
/// table and the days alone, so that the same position of the log gives the same leads.
package protocol ComparisonRule: Sendable {
    static var code: RuleCode { get }
    static var title: String { get }
    static var numbers: [RuleNumber] { get }
    /// What it is looked at for, in the words of its source.
    static var source: String { get }

    /// Returns the leads of a slice, the earliest first.
    func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead]
}

/// Something that stands out from others of its kind, with those it was compared to.
package struct Lead: Hashable, Sendable {
    /// Who stands out: an officer or an agency, by identifier.
    package enum Subject: Hashable, Sendable {
        case officer(String)
        case agency(String, name: String)
    }

    /// One of the group with its value; the subject is one of them.
    package struct Compared: Hashable, Sendable {
        package let subject: Subject
        package let value: Int
    }

    package let rule: RuleCode
    package let subject: Subject
    /// What stands out, without the name of who.
    package let message: String
    package let since: Instant
    /// The cases it rests on, in the order of the table, each once.
    package let cases: [String]
    /// What the values of the group are, with their unit.
    package let measure: String
    /// The subject first, then the greatest values.
    package let group: [Compared]

    init(
        _ rule: RuleCode,
        _ subject: Subject,
        message: String,
        since: Instant,
        cases: [String],
        measure: String,
        values: [Subject: Int]
    ) {
        self.rule = rule
        self.subject = subject
        self.message = message
        self.since = since
        var seen: Set<String> = []
        self.cases = cases.filter { seen.insert($0).inserted }
        self.measure = measure
        group = values.map { Compared(subject: $0.key, value: $0.value) }.sorted { left, right in
            if (left.subject == subject) != (right.subject == subject) { return left.subject == subject }
            return (right.value, left.subject.id) < (left.value, right.subject.id)
        }
    }
}

extension Lead.Subject {
    package var id: String {
        switch self {
        case .officer(let id): id
        case .agency(let id, _): id
        }
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
}
