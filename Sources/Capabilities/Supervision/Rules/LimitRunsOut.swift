import Kernel
package import TimeLimits

/// TIM-REMIND: the promised limit is nearly used up and the case is not decided.
///
/// Found at the beginning of the day before which 90 % of the days were used, or of the last working day, whichever
/// comes first. Where nobody was promised anything it is the statutory limit that runs out.
///
/// - Source: 优化营商环境条例 §36 (承诺时限); thresholds of 榆林市行政审批电子监察预警纠错实施细则 and 梅市府〔2008〕15号.
package struct LimitRunsOut: PassiveRule {
    package static let code = RuleCode.remind
    package static let title = "承诺时限即将届满"
    package static let numbers = [usedPercentNumber, workingDaysLeftNumber]
    private static let usedPercentNumber = RuleNumber("usedPercent", "已用时限比例（%）", standard: 90, within: 50...100)
    private static let workingDaysLeftNumber = RuleNumber("workingDaysLeft", "剩余工作日", standard: 1, within: 1...30)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "优化营商环境条例§36"
    private let usedPercent: Int
    private let workingDaysLeft: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(LimitRunsOut.code, default: .reminder)
        usedPercent = try parameters.number(LimitRunsOut.code, LimitRunsOut.usedPercentNumber)
        workingDaysLeft = try parameters.number(LimitRunsOut.code, LimitRunsOut.workingDaysLeftNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let clock = caseFile.decisionClock, caseFile.suspension == nil,
            let due = try clock.promisedDue(in: calendar)
        else { return [] }
        let explained = try DeadlineExplanation(clock.clock(of: clock.promised), in: calendar, asOf: due)
        let counted = explained.entries.filter(\.isCounted).map(\.day)
        guard !counted.isEmpty else { return [] }
        let used = (counted.count * usedPercent + 99) / 100
        let byShare = counted.indices.contains(used) ? counted[used] : due
        let last = explained.entries.filter { !clock.isExcluded($0.day) && $0.standing.isWorked }.map(\.day)
        let byDaysLeft = last.suffix(workingDaysLeft).first ?? due
        return [
            DuePoint(
                rule: LimitRunsOut.code,
                subject: .decision,
                occurrence: clock.occurrence,
                at: Instant(min(byShare, byDaysLeft)),
                start: clock.accepted,
                period: clock.promised,
                limit: due,
                basis: caseFile.isPromised ? .promised : .statutory
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        let isPromised = point.basis == .promised
        return Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message: "\(isPromised ? "承诺" : "法定")时限将于\(point.limit.chinese)届满，尚未作出决定",
            article: isPromised ? nil : caseFile.statutoryArticle,
            facts: point.facts
        )
    }
}

extension SupervisedCase.DecisionClock {
    func isExcluded(_ day: Day) -> Bool { excluded.contains { $0.excludes(day) } }
}
