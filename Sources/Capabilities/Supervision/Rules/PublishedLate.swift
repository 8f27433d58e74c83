import Casework
import Kernel
package import TimeLimits

/// PUB-LATE: a decision that is to be public was not published by its day.
///
/// Whether it is to be public, and by when, Publicity knows: by category, unless the head agreed to keep it from the
/// public. Runs on after the case is closed; it ends when the decision is published, kept from the public or falls.
///
/// - Source: 国办发〔2018〕118号 (seven working days for licenses and penalties, twenty for the rest); Administrative
///   License Law (行政许可法) art. 40; Administrative Penalty Law (行政处罚法) art. 48.1.
package struct PublishedLate: PassiveRule {
    package static let code = RuleCode.publishedLate
    package static let title = "逾期未公开决定"
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "行政许可法§40；行政处罚法§48；国办发〔2018〕118号"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(PublishedLate.code, default: .yellowCard)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint] {
        guard let decision = caseFile.decision, let limit = caseFile.publishBy, !caseFile.lostEffect else { return [] }
        let workingDays = try calendar.workingDays(after: decision.decidedOn, through: limit)
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
            message: "决定作出后至\(point.limit.chinese)未公开",
            article: caseFile.law.publication,
            facts: point.facts
                + [FindingFact("决定", caseFile.decision.map { "\($0.summary)（\($0.number)）" } ?? "")]
        )
    }
}
