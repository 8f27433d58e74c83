import Kernel
package import TimeLimits

/// FLW-SUSPEND-OVERRUN: the clock still stands after the end the applicant was told.
///
/// - Source: Administrative License Law (行政许可法) art. 45 (the time needed is told in writing).
package struct SuspensionOverrun: PassiveRule {
    package static let code = RuleCode.suspensionOverrun
    package static let title = "特别程序超过告知的期限"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政许可法§45"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(SuspensionOverrun.code, default: .warning)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [DuePoint] {
        guard let suspension = caseFile.suspension, let end = suspension.toldEnd else { return [] }
        return [
            DuePoint(
                rule: SuspensionOverrun.code,
                subject: .suspension,
                occurrence: caseFile.decisionClock?.excluded.count ?? 1,
                at: Instant(end + 1),
                start: suspension.since,
                period: nil,
                limit: end,
                basis: .told
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message: "自\(point.start.chinese)起暂停计时，告知的期限已于\(point.limit.chinese)届满，仍未恢复计时",
            article: caseFile.law.licensing(article),
            facts: point.facts
        )
    }
}
