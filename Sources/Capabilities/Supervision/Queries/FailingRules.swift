import Database
package import EventLog
package import Kernel

/// A rule that cannot be evaluated in some cases: there it finds nothing, whatever happens.
package struct FailingRule: Hashable, Sendable {
    package let rule: RuleCode
    package let cases: Int
    package let since: Instant
    /// Why, in one of them.
    package let reason: String
}

extension EventReading {
    /// Returns the rules that fail now, by code.
    package func failingRules() throws -> [FailingRule] {
        try reader.rows(
            """
            SELECT rule, count(*) AS cases, min(since) AS since, max(reason) AS reason
              FROM failing_rule
             WHERE realm = \(realm)
             GROUP BY rule
             ORDER BY rule
            """
        ).compactMap { row in
            let (code, cases, since): (String, Int, Instant) = (try row["rule"], try row["cases"], try row["since"])
            guard let rule = RuleCode(rawValue: code) else { return nil }
            return FailingRule(rule: rule, cases: cases, since: since, reason: try row["reason"])
        }
    }
}
