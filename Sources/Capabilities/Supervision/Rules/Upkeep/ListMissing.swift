package import Kernel

/// LST-MISSING: an agency has not published a list it keeps.
///
/// - Source: 聊政办发〔2017〕74号; 国办发〔2018〕118号.
package struct ListMissing: UpkeepRule {
    package static let code = RuleCode.listMissing
    package static let title = "清单未公布"
    package static let kind = UpkeepConcern.Kind.listMissing
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "聊政办发〔2017〕74号；国办发〔2018〕118号"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ListMissing.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "未公布\(concern.name)",
            facts: concern.facts("清单")
        )
    }
}
