package import Directory
package import Kernel

/// STF-REVTRAIN: a reviewer has had too few hours of training in the last twelve months.
///
/// - Source: 国办发〔2018〕118号 四; the hours are set in `DirectoryRules`.
package struct ReviewerUntrained: StaffRule {
    package static let code = RuleCode.reviewerUntrained
    package static let title = "法制审核人员培训不足"
    package static let kind = DirectoryConcern.Kind.reviewerUntrained
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号四"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ReviewerUntrained.code, default: .warning)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        Breach(
            self,
            .officer(Officer.ID(concern.subject)),
            since: Instant(today),
            days: Int(concern.detail),
            message: "法制审核人员\(concern.subjectName)近一年培训只有\(concern.detail)学时",
            facts: [FindingFact("审核人员", concern.subjectName), FindingFact("近一年学时", concern.detail)]
        )
    }
}
