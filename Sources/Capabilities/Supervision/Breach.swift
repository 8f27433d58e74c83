package import Kernel

/// What a rule found, ready to be recorded: the wording, the counted days, the article, the facts.
package struct Breach: Hashable, Sendable, Codable {
    package let rule: RuleCode
    package let level: FindingLevel
    package let dimension: Dimension
    package let subject: FindingSubject
    /// Tells several of one rule and subject apart: the second correction notice, the limit after a prolongation.
    package internal(set) var occurrence: Int
    /// The first moment at which it was so.
    package let since: Instant
    /// The days counted for it, in the unit the message names; `nil` where nothing is counted.
    package let days: Int?
    package let message: String
    package let article: String
    package internal(set) var facts: [FindingFact]
    /// The group it stands out from, where cases were compared.
    package private(set) var comparison: Comparison?

    /// Takes the rule's article where the breach has none of its own.
    package init(
        _ rule: some SupervisionRule,
        _ subject: FindingSubject,
        occurrence: Int = 1,
        since: Instant,
        days: Int? = nil,
        message: String,
        article: String? = nil,
        facts: [FindingFact]
    ) {
        self.rule = type(of: rule).code
        level = rule.level
        dimension = rule.dimension
        self.article = article ?? rule.article
        self.subject = subject
        self.occurrence = occurrence
        self.since = since
        self.days = days
        self.message = message
        self.facts = facts
    }

    /// Takes what stood out when the day was over, under a key that tells it from what stands out next.
    init(_ rule: some ComparisonRule, _ lead: Lead, on day: Day) {
        let span = type(of: rule).span
        self.init(
            rule,
            lead.subject,
            since: lead.since,
            message: lead.message,
            facts: [
                FindingFact("比对期间", span.days(through: day).chinese),
                FindingFact("比对范围", "\(lead.comparison.size)个对象，\(lead.comparison.measure)"),
                FindingFact("涉及办件", "\(lead.comparison.cases.count)件"),
            ]
        )
        comparison = lead.comparison
        comparison?.key = "\(span.name(of: day))/\(lead.key)"
    }

    /// Takes level, dimension, wording and article of a rule that a supervisor wrote.
    init(_ rule: WrittenRule, _ subject: FindingSubject, since: Instant, facts: [FindingFact]) {
        self.rule = rule.code
        level = rule.level
        dimension = rule.dimension
        article = rule.article
        self.subject = subject
        occurrence = 1
        self.since = since
        days = nil
        message = rule.message
        self.facts = facts
    }

    /// By which a finding is never raised twice.
    package struct Key: Hashable, Sendable {
        package let rule: RuleCode
        package let subject: FindingSubject
        package let occurrence: Int
    }

    package var key: Key { Key(rule: rule, subject: subject, occurrence: occurrence) }
}

/// One fact behind a finding, as it is shown: 承诺时限届满日 — 2026-03-16.
package struct FindingFact: Hashable, Sendable, Codable {
    package let label: String
    package let value: String

    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

extension ClosedRange<Day> {
    fileprivate var chinese: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)至\(upperBound)" }
}
