import Casework
import Kernel
package import TimeLimits

/// PUB-LATE: a license was granted and not published within seven working days.
///
/// Runs on after the case is closed; it ends when the decision is published.
///
/// - Source: 国办发〔2018〕118号; Administrative License Law (行政许可法) art. 40.
package struct PublishedLate: PassiveRule {
    package static let code = RuleCode.publishedLate
    package static let title = "逾期未公开决定"
    package static let numbers = [workingDaysNumber]
    private static let workingDaysNumber = RuleNumber("workingDays", "工作日", standard: 7, within: 1...20)
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号"
    private let workingDays: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(PublishedLate.code, default: .yellowCard)
        workingDays = try parameters.number(PublishedLate.code, PublishedLate.workingDaysNumber)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let decision = caseFile.decision, decision.kind == .granted, caseFile.publishedOn == nil,
            !caseFile.lostEffect
        else {
            return []
        }
        let limit = try calendar.day(workingDays, workingDaysAfter: decision.decidedOn)
        return [
            DuePoint(
                rule: PublishedLate.code,
                subject: .publication,
                at: Instant(limit + 1),
                start: decision.decidedOn,
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
            message: "准予许可的决定作出后至\(point.limit.chinese)未公开",
            facts: point.facts
        )
    }
}
