package import Kernel

/// What a supervisor sets for one rule within one scope from a day on; what it does not name stays as it is.
package struct ParameterSetting: Hashable, Sendable, Codable {
    package let scope: RuleScope
    package let rule: RuleCode
    package let level: FindingLevel?
    package let numbers: [String: Int]
    /// The first day on which it holds.
    package let from: Day
    package let reason: String

    package init(
        scope: RuleScope,
        rule: RuleCode,
        level: FindingLevel? = nil,
        numbers: [String: Int] = [:],
        from: Day,
        reason: String
    ) {
        self.scope = scope
        self.rule = rule
        self.level = level
        self.numbers = numbers
        self.from = from
        self.reason = reason
    }

    /// Refuses what sets nothing, or a threshold that the rule does not declare or not within its limits.
    package func requireSound() throws {
        guard level != nil || !numbers.isEmpty else { throw SupervisionError.nothingSet }
        let declared = try RuleBook.known(rule).map { type(of: $0).numbers } ?? []
        if RuleCode.comparisons.contains(rule), scope.step != nil { throw SupervisionError.stepNotCompared(rule) }
        for (key, number) in numbers.sorted(by: { $0.key < $1.key }) {
            guard let threshold = declared.first(where: { $0.key == key }) else {
                throw SupervisionError.noSuchNumber(rule, key)
            }
            guard threshold.limits.contains(number) else {
                throw SupervisionError.outOfLimits(threshold, found: number)
            }
        }
    }
}

/// From where a finding took a value that is not the general one.
struct ParameterOrigin: Hashable, Sendable {
    let scope: RuleScope
    /// The setting's number and first day; `nil` when the file of parameters says so.
    let setting: ParameterCitation?

    var chinese: String {
        guard let setting else { return scope.chinese }
        return "\(scope.chinese)，\(setting.from.chinese)起，参数设定第\(setting.number)号"
    }
}

/// Names a setting: its number in the realm and the day from which it holds.
struct ParameterCitation: Hashable, Sendable, Codable {
    let number: Int
    let from: Day
}
