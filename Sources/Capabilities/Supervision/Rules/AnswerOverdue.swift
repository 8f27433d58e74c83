import Kernel
package import TimeLimits

/// TIM-ACCEPT: an application got no answer in time; by law it counts as accepted.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4).
package struct AnswerOverdue: PassiveRule {
    package static let code = RuleCode.accept
    package static let title = "逾期未答复申请"
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政许可法§32(四)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(AnswerOverdue.code, default: .yellowCard)
    }

    package func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [DuePoint] {
        guard let answer = caseFile.answer else { return [] }
        return [
            DuePoint(
                rule: AnswerOverdue.code,
                subject: .answer,
                occurrence: answer.round,
                at: Instant(answer.due + 1),
                start: answer.received,
                period: .workingDays(5),
                limit: answer.due,
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
            message: "收到申请后至\(point.limit.chinese)未作答复，依法自收到之日起即为受理",
            article: caseFile.law.licensing(article),
            facts: point.facts
        )
    }
}
