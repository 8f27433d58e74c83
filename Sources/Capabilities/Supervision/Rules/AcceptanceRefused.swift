import Kernel
package import TimeLimits

/// OTH-REFUSED: an application was not accepted; a reminder to look, not a reproach.
///
/// - Source: Administrative License Law (行政许可法) art. 32; a Jiangsu platform's rule.
package struct AcceptanceRefused: ActRule {
    package static let code = RuleCode.refused
    package static let title = "不予受理"
    package let dimension = Dimension.other
    package let level: FindingLevel
    package let article = "行政许可法§32"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(AcceptanceRefused.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let refusal = caseFile.nonAcceptance else { return [] }
        return [
            Breach(
                self,
                .acceptance,
                since: Instant(refusal.on),
                message: "申请于\(refusal.on.chinese)未被受理",
                article: caseFile.law.licensing(article),
                facts: [FindingFact("不予受理日", refusal.on.description)]
            )
        ]
    }
}
