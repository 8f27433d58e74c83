package import Kernel

/// The first moment at which a passive rule would find something, if nothing happens until then.
///
/// Holds what the finding must say, so that it says the same whenever it is raised.
package struct DuePoint: Hashable, Sendable, Codable {
    /// Which limit runs out.
    package enum Basis: String, Hashable, Sendable, Codable {
        case promised
        case statutory
        case step
        case told
    }

    package let rule: RuleCode
    package let subject: FindingSubject
    package let occurrence: Int
    package let at: Instant
    /// The day the limit began to run; it is not counted.
    package let start: Day
    /// `nil` where a day was named instead of a period.
    package let period: Period?
    /// The last day in time.
    package let limit: Day
    package let basis: Basis

    package init(
        rule: RuleCode,
        subject: FindingSubject,
        occurrence: Int = 1,
        at: Instant,
        start: Day,
        period: Period?,
        limit: Day,
        basis: Basis
    ) {
        self.rule = rule
        self.subject = subject
        self.occurrence = occurrence
        self.at = at
        self.start = start
        self.period = period
        self.limit = limit
        self.basis = basis
    }

    package var key: Breach.Key { Breach.Key(rule: rule, subject: subject, occurrence: occurrence) }

    /// The facts every finding about a limit shows.
    package var facts: [FindingFact] {
        var facts = [FindingFact("起算日（不计入）", start.description)]
        if let period { facts.append(FindingFact("时限", period.chinese)) }
        facts.append(FindingFact("届满日", limit.description))
        return facts
    }
}
