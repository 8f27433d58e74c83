package import Directory
package import Kernel

/// STF-REVIEWERS: a legal unit has fewer qualified reviewers than it must have.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 四.
package struct ReviewersMissing: StaffRule {
    package static let code = RuleCode.reviewersMissing
    package static let title = "法制审核人员不足"
    package static let kind = DirectoryConcern.Kind.reviewersMissing
    package let dimension = Dimension.risk
    package let level: FindingLevel
    package let article = "行政处罚法§58"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ReviewersMissing.code, default: .warning)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        Breach(
            self,
            .agency(concern.agency),
            since: Instant(today),
            days: Int(concern.detail),
            message: "\(concern.agencyName)取得法律职业资格的法制审核人员只有\(concern.detail)名",
            facts: [FindingFact("现有人数", concern.detail)]
        )
    }
}
