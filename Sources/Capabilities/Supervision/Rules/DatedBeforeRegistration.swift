import Kernel
package import TimeLimits

/// TIM-REG: an act is dated before the application was registered.
///
/// - Source: a Jiangsu platform's rule; 粤府办〔2007〕76号 二(二) (each step is recorded as it is done).
package struct DatedBeforeRegistration: ActRule {
    package static let code = RuleCode.registration
    package static let title = "办理日期早于收件登记"
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "粤府办〔2007〕76号二（二）"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(DatedBeforeRegistration.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, let received = caseFile.receivedOn, act.day < received else {
            return []
        }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "\(act.name)注明于\(act.day.chinese)办理，早于收件登记日",
                facts: [
                    FindingFact("注明办理日", act.day.description),
                    FindingFact("收件登记日", received.description),
                ]
            )
        ]
    }
}
