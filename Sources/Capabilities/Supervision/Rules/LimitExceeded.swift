import Casework
import Kernel
package import TimeLimits

/// TIM-RED: the statutory limit is exceeded at all, or the promised one by two working days.
///
/// The finding cites the provision that the item's own limit stands in.
///
/// - Source: Administrative License Law (行政许可法) art. 42, 43, 74(2); Administrative Penalty Law (行政处罚法) art. 60;
///   优化营商环境条例 §36.
package struct LimitExceeded: PassiveRule {
    package static let code = RuleCode.red
    package static let title = "超过法定时限或者严重超过承诺时限"
    package static let numbers = [workingDaysOverNumber]
    private static let workingDaysOverNumber = RuleNumber("workingDaysOver", "逾期工作日", standard: 2, within: 1...60)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政许可法§42；行政处罚法§60；优化营商环境条例§36"
    /// The promise is binding too, but by another rule.
    private static let promiseArticle = "优化营商环境条例§36"
    private let workingDaysOver: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(LimitExceeded.code, default: .redCard)
        workingDaysOver = try parameters.number(LimitExceeded.code, LimitExceeded.workingDaysOverNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let clock = caseFile.decisionClock, caseFile.suspension == nil,
            let promised = try clock.promisedDue(in: calendar), let statutory = try clock.statutoryDue(in: calendar)
        else { return [] }
        let byPromise = try calendar.day(workingDaysOver, workingDaysAfter: promised, skipping: clock.excluded)
        let byStatute = statutory.next(skipping: clock.excluded) ?? byPromise
        let isStatutory = byStatute <= byPromise
        return [
            DuePoint(
                rule: LimitExceeded.code,
                subject: .decision,
                occurrence: clock.occurrence,
                at: Instant(min(byPromise, byStatute)),
                start: clock.accepted,
                period: isStatutory ? clock.statutory : clock.promised,
                limit: isStatutory ? statutory : promised,
                basis: isStatutory ? .statutory : .promised
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        let isStatutory = point.basis == .statutory
        let basis =
            isStatutory
            ? FindingFact("法定依据", caseFile.item.statutorySource) : FindingFact("逾期工作日", "\(workingDaysOver)")
        return Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            days: isStatutory ? nil : workingDaysOver,
            message: isStatutory
                ? "法定时限已于\(point.limit.chinese)届满，仍未作出决定"
                : "承诺时限已于\(point.limit.chinese)届满，逾期\(workingDaysOver)个工作日仍未作出决定",
            article: isStatutory ? caseFile.statutoryArticle : LimitExceeded.promiseArticle,
            facts: point.facts + [basis]
        )
    }
}
