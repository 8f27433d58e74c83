import Directory
package import EventLog

/// Writes a rule, or what its draft is to be; what is in the shadow or live stays as it is.
package struct DraftWrittenRule: Command {
    package static let name = "DraftWrittenRule"
    package let rule: WrittenRule

    package init(_ rule: WrittenRule) {
        self.rule = rule
    }

    /// Answers the version's number.
    package func run(in session: CommandSession) throws -> Int {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: rule.division), in: session)
        let rules = try session.load(WrittenRules.self, WrittenRules.key).state
        if let known = rules.versions(of: rule.code).last, known.rule.division != rule.division {
            throw SupervisionError.ruleOfOtherDivision(rule.code, known.rule.division)
        }
        let event = try rules.drafting(rule)
        try session.append(event, to: WrittenRules.self, WrittenRules.key)
        guard case .drafted(let drafted) = event else { return 0 }
        return drafted.number
    }
}

/// Moves a version on: into the shadow, live, or out of use.
package struct MoveWrittenRule: Command {
    package enum Step: String, Hashable, Sendable, Codable, CaseIterable {
        case shadow, enact, end
    }

    package static let name = "MoveWrittenRule"
    package let code: RuleCode
    package let number: Int
    package let step: Step
    package let reason: String

    package init(_ step: Step, _ code: RuleCode, _ number: Int, reason: String) {
        self.step = step
        self.code = code
        self.number = number
        self.reason = reason
    }

    /// Answers the version's number.
    package func run(in session: CommandSession) throws -> Int {
        let rules = try session.supervisedRules(of: code, number)
        let reason = try SupervisionText.require(reason, "理由")
        let event =
            switch step {
            case .shadow: try rules.shadowing(code, number, reason)
            case .enact: try rules.enacting(code, number, reason, by: session.actor)
            case .end: try rules.ending(code, number, reason)
            }
        try session.append(event, to: WrittenRules.self, WrittenRules.key)
        return number
    }
}
