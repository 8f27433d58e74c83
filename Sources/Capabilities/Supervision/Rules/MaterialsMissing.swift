import Kernel
package import TimeLimits

/// CNT-MATERIAL: an application was accepted and no material of it is in the case.
///
/// - Source: Administrative License Law (行政许可法) art. 31, 32; a Jiangsu platform's rule.
package struct MaterialsMissing: ActRule {
    package static let code = RuleCode.material
    package static let title = "受理时未录入申请材料"
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政许可法§31"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(MaterialsMissing.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let accepted = caseFile.acceptedOn, caseFile.materials == 0 else { return [] }
        return [
            Breach(
                self,
                .acceptance,
                since: Instant(accepted),
                message: "申请于\(accepted.chinese)受理，案卷中没有申请材料",
                article: caseFile.law.licensing(article),
                facts: [FindingFact("受理日", accepted.description), FindingFact("申请材料", "0件")]
            )
        ]
    }
}
