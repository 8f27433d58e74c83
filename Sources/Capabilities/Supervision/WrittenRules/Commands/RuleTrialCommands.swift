import Directory
package import EventLog
package import Kernel

/// Asks for a trial of a draft on history; `RuleTrials` does it in its own time.
package struct BeginRuleTrial: Command {
    package static let name = "BeginRuleTrial"
    package let code: RuleCode
    package let number: Int
    package let from: Day
    package let through: Day

    package init(_ code: RuleCode, _ number: Int, in days: ClosedRange<Day>) {
        self.code = code
        self.number = number
        from = days.lowerBound
        through = days.upperBound
    }

    package func run(in session: CommandSession) throws -> Int {
        let rules = try session.supervisedRules(of: code, number)
        try session.append(rules.trying(code, number, in: from...through), to: WrittenRules.self, WrittenRules.key)
        return number
    }
}

/// Ends a trial that is not done.
package struct StopRuleTrial: Command {
    package static let name = "StopRuleTrial"
    package let code: RuleCode
    package let number: Int

    package init(_ code: RuleCode, _ number: Int) {
        self.code = code
        self.number = number
    }

    package func run(in session: CommandSession) throws -> Int {
        let rules = try session.supervisedRules(of: code, number)
        try session.append(rules.endingTrial(code, number, .stopped), to: WrittenRules.self, WrittenRules.key)
        return number
    }
}

extension CommandSession {
    /// The written rules, for one who supervises where this version holds.
    func supervisedRules(of code: RuleCode, _ number: Int) throws -> WrittenRules {
        let rules = try load(WrittenRules.self, WrittenRules.key).state
        guard let version = rules.version(code, number) else { throw SupervisionError.noSuchRule(code, number) }
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: version.rule.division), in: self)
        return rules
    }
}

/// Notes what a trial has shown, or that it failed; the system's own, and only while that very trial is under way.
struct RecordRuleTrial: Command {
    static let name = "RecordRuleTrial"
    let trial: WrittenRules.Trial
    /// `nil` for one that failed.
    let result: WrittenRuleTried?

    func run(in session: CommandSession) throws -> Int {
        let rules = try session.load(WrittenRules.self, WrittenRules.key).state
        let (code, number) = (trial.begun.code, trial.begun.number)
        guard rules.version(code, number)?.trying == trial else { throw SupervisionError.noTrial(code) }
        let event = try result.map(WrittenRuleEvent.tried) ?? rules.endingTrial(code, number, .failed)
        try session.append(event, to: WrittenRules.self, WrittenRules.key)
        return number
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(trial.before)")
    }
}
