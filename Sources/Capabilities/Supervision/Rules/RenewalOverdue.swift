import Kernel
package import TimeLimits

/// TIM-RENEW: a renewal applied for in time was not decided by the permit's last day; by law it counts as granted.
///
/// - Source: Administrative License Law (行政许可法) art. 50.2.
package struct RenewalOverdue: PassiveRule {
    package static let code = RuleCode.renewal
    package static let title = "逾期未决定是否延续"
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政许可法§50.2"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RenewalOverdue.code, default: .redCard)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [DuePoint] {
        guard let due = caseFile.renewalDue, let received = caseFile.receivedOn else { return [] }
        return [
            DuePoint(
                rule: RenewalOverdue.code,
                subject: .decision,
                at: Instant(due + 1),
                start: received,
                period: nil,
                limit: due,
                basis: .statutory
            )
        ]
    }

    package func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach {
        Breach(
            self,
            point.subject,
            occurrence: point.occurrence,
            since: point.at,
            message: "至\(point.limit.chinese)有效期届满未作出是否准予延续的决定，依法视为准予延续",
            facts: point.facts
        )
    }
}
