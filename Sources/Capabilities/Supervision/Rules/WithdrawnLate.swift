import Kernel
package import TimeLimits

/// PUB-REVOKE: a decision lost its effect and is still shown to the public.
///
/// Here it is taken down with the act that revokes it; the rule watches what comes in otherwise.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 48.2, 85 (within three working days, the reason published);
///   国办发〔2018〕118号 for other decisions.
package struct WithdrawnLate: PassiveRule {
    package static let code = RuleCode.withdrawnLate
    package static let title = "决定失效后未撤回公开信息"
    package static let numbers = [workingDaysNumber]
    private static let workingDaysNumber = RuleNumber("workingDays", "工作日", standard: 3, within: 1...3)
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "行政处罚法§48；国办发〔2018〕118号"
    private let workingDays: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(WithdrawnLate.code, default: .yellowCard)
        workingDays = try parameters.number(WithdrawnLate.code, WithdrawnLate.workingDaysNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let fell = caseFile.publicSinceFall else { return [] }
        let limit = try calendar.day(workingDays, workingDaysAfter: fell)
        return [
            DuePoint(
                rule: WithdrawnLate.code,
                subject: .publication,
                at: Instant(limit + 1),
                start: fell,
                period: .workingDays(workingDays),
                limit: limit,
                basis: .statutory
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            since: point.at,
            message: "决定已于\(point.start.chinese)失去效力，至\(point.limit.chinese)未撤回公开的信息",
            article: caseFile.law.isPenalty ? "行政处罚法§48" : "国办发〔2018〕118号",
            facts: point.facts
        )
    }
}
