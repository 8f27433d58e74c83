package import Supervision

/// What rules found of what was planted, and what else they found: rule by rule.
package struct RuleScores: Sendable {
    /// What one rule found and missed, place by place.
    package struct Score: Sendable {
        package let rule: RuleCode
        package fileprivate(set) var planted = 0
        package fileprivate(set) var found = 0
        package fileprivate(set) var missed = 0
        package fileprivate(set) var wrong = 0
    }

    /// A rule, and whom or what it names; empty where one place has one subject a rule.
    struct Mark: Hashable {
        let rule: RuleCode
        let subject: String

        init(_ rule: RuleCode, _ subject: FindingSubject? = nil) {
            self.rule = rule
            self.subject = subject?.text ?? ""
        }
    }

    private var byRule: [RuleCode: Score] = [:]
    /// The first places that were not told as they are: what was planted, and which rules missed it or found too much.
    package private(set) var mistakes: [String] = []

    private static let mistakesKept = 20

    /// By the rule's code.
    package var all: [Score] { byRule.values.sorted { $0.rule.rawValue < $1.rule.rawValue } }

    /// Whether everything planted was found, and nothing else.
    package var isPerfect: Bool { all.allSatisfy { $0.found == $0.planted && $0.wrong == 0 } }

    /// Counts one place: a case, an agency.
    mutating func take(planted: Set<Mark>, found: Set<Mark>, of kind: String?) {
        for mark in planted.union(found) {
            var score = byRule[mark.rule] ?? Score(rule: mark.rule)
            score.planted += planted.contains(mark) ? 1 : 0
            switch (planted.contains(mark), found.contains(mark)) {
            case (true, true): score.found += 1
            case (true, false): score.missed += 1
            case (false, _): score.wrong += 1
            }
            byRule[mark.rule] = score
        }
        guard planted != found, mistakes.count < Self.mistakesKept else { return }
        let missed = planted.subtracting(found).map { "\($0.rule.rawValue) \($0.subject)" }.sorted()
        let wrong = found.subtracting(planted).map { "\($0.rule.rawValue) \($0.subject)" }.sorted()
        mistakes.append("\(kind ?? "lawful") missed \(missed) wrong \(wrong)")
    }
}
