package import Kernel

/// LST-FILED: a published list was not handed in for filing in time, or not again after it was sent back.
///
/// - Source: 聊政办发〔2017〕74号; the period is set in `catalog/lists.json`.
package struct ListNotFiled: UpkeepRule {
    package static let code = RuleCode.listNotFiled
    package static let title = "清单未按期备案"
    package static let kind = UpkeepConcern.Kind.listNotFiled
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "聊政办发〔2017〕74号"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ListNotFiled.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.name)应在\(concern.due?.chinese ?? "")前报送备案，至今未报送",
            facts: concern.facts("清单")
        )
    }
}
