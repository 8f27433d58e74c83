import Kernel
package import TimeLimits

/// TIM-YELLOW: the promised limit is exceeded by a working day and the case is not decided.
///
/// Where nobody was promised anything there is only the statutory limit (TIM-RED).
///
/// - Source: 优化营商环境条例 §36; one working day over: a Jiangsu platform's rule for the yellow card.
package struct PromiseExceeded: PassiveRule {
    package static let code = RuleCode.yellow
    package static let title = "超过承诺时限"
    package static let numbers = [workingDaysOverNumber]
    private static let workingDaysOverNumber = RuleNumber("workingDaysOver", "逾期工作日", standard: 1, within: 1...30)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "优化营商环境条例§36"
    private let workingDaysOver: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(PromiseExceeded.code, default: .yellowCard)
        workingDaysOver = try parameters.number(PromiseExceeded.code, PromiseExceeded.workingDaysOverNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let clock = caseFile.decisionClock, caseFile.suspension == nil, caseFile.isPromised,
            let due = try clock.promisedDue(in: calendar)
        else { return [] }
        let day = try calendar.day(workingDaysOver, workingDaysAfter: due, skipping: clock.excluded)
        return [
            DuePoint(
                rule: PromiseExceeded.code,
                subject: .decision,
                occurrence: clock.occurrence,
                at: Instant(day),
                start: clock.accepted,
                period: clock.promised,
                limit: due,
                basis: .promised
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            days: workingDaysOver,
            message: "承诺时限已于\(point.limit.chinese)届满，逾期\(workingDaysOver)个工作日仍未作出决定",
            facts: point.facts + [FindingFact("逾期工作日", "\(workingDaysOver)")]
        )
    }
}
