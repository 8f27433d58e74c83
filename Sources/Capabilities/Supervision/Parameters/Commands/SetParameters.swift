import Directory
package import EventLog
package import Kernel

/// Sets thresholds or level of a rule for a division of the supervisor's, or for a part of its cases.
package struct SetParameters: Command {
    package static let name = "SetParameters"
    package let setting: ParameterSetting

    package init(_ setting: ParameterSetting) {
        self.setting = setting
    }

    /// Answers the setting's number.
    package func run(in session: CommandSession) throws -> Int {
        try SupervisionAuthority.requireSupervisor(over: setting.scope, in: session)
        let reason = try SupervisionText.require(setting.reason, "设定理由")
        guard setting.from >= session.today else { throw SupervisionError.beginsInThePast(setting.from) }
        try setting.requireSound()
        let number = try session.load(RuleSettings.self, RuleSettings.key).state.all.count + 1
        let checked = ParameterSetting(
            scope: setting.scope,
            rule: setting.rule,
            level: setting.level,
            numbers: setting.numbers,
            from: setting.from,
            reason: reason
        )
        try session.append(
            .set(ParametersSet(number: number, setting: checked)),
            to: RuleSettings.self,
            RuleSettings.key
        )
        return number
    }
}

/// Lets a setting end, so that what holds in the wider scope holds again.
package struct EndParameters: Command {
    package static let name = "EndParameters"
    package let number: Int
    package let from: Day
    package let reason: String

    package init(number: Int, from: Day, reason: String) {
        self.number = number
        self.from = from
        self.reason = reason
    }

    /// Answers the setting's number.
    package func run(in session: CommandSession) throws -> Int {
        let settings = try session.load(RuleSettings.self, RuleSettings.key).state
        guard settings.all.indices.contains(number - 1) else { throw SupervisionError.noSuchSetting(number) }
        let entry = settings.all[number - 1]
        try SupervisionAuthority.requireSupervisor(over: entry.setting.scope, in: session)
        let text = try SupervisionText.require(reason, "终止理由")
        guard from >= session.today else { throw SupervisionError.beginsInThePast(from) }
        guard entry.endedFrom == nil else { throw SupervisionError.settingEnded(number) }
        try session.append(
            .ended(ParametersEnded(number: number, from: from, reason: text)),
            to: RuleSettings.self,
            RuleSettings.key
        )
        return number
    }
}

/// Notes that everything watched was planned anew.
struct MarkParametersApplied: Command {
    static let name = "MarkParametersApplied"
    let through: Day

    func run(in session: CommandSession) throws -> Day {
        try session.append(
            .applied(ParametersApplied(through: through)),
            to: RuleSettings.self,
            RuleSettings.key
        )
        return through
    }
}
