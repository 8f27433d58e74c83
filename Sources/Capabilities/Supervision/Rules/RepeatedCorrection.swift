import Kernel
package import TimeLimits

/// FLW-MULTICORR: the applicant was asked for corrections a second time.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4) (once and completely).
package struct RepeatedCorrection: ActRule {
    package static let code = RuleCode.repeatedCorrection
    package static let title = "重复要求补正"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政许可法§32(四)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RepeatedCorrection.code, default: .yellowCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        caseFile.corrections.enumerated().dropFirst().map { index, day in
            Breach(
                self,
                .correction,
                occurrence: index + 1,
                since: Instant(day),
                days: index + 1,
                message: "第\(index + 1)次要求补正，应当一次告知需要补正的全部内容",
                article: caseFile.law.licensing(article),
                facts: [
                    FindingFact(
                        "各次补正告知日",
                        caseFile.corrections.prefix(index + 1).map(\.description).joined(separator: "、")
                    )
                ]
            )
        }
    }
}
