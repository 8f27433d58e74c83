import Casework
import Kernel
package import TimeLimits

/// TIM-SERVE: a decision was not served within the days that the law of its category gives.
///
/// Where that law names none, the step of serving has its limit (TIM-NODE). What is set can only be stricter.
///
/// - Source: Administrative License Law (行政许可法) art. 44, 82 (ten working days); Administrative Penalty Law (行政处罚法)
///   art. 61, 85 (seven working days) and 52 (handed over on the spot).
package struct ServiceOverdue: PassiveRule {
    package static let code = RuleCode.serve
    package static let title = "逾期未送达"
    package static let numbers = [workingDaysNumber]
    private static let workingDaysNumber = RuleNumber("workingDays", "工作日", standard: 10, within: 1...10)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政许可法§44；行政处罚法§52、§61"
    private let workingDays: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ServiceOverdue.code, default: .yellowCard)
        workingDays = try parameters.number(ServiceOverdue.code, ServiceOverdue.workingDaysNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let decision = caseFile.decision, caseFile.servedOn == nil, !caseFile.lostEffect,
            let lawful = caseFile.law.service
        else { return [] }
        let days = min(workingDays, lawful.workingDays)
        let limit = try calendar.day(days, workingDaysAfter: decision.decidedOn)
        return [
            DuePoint(
                rule: ServiceOverdue.code,
                subject: .service,
                at: Instant(limit + 1),
                start: decision.decidedOn,
                period: .workingDays(days),
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
            message: "决定作出后至\(point.limit.chinese)未送达",
            article: caseFile.law.service?.article,
            facts: point.facts
        )
    }
}
