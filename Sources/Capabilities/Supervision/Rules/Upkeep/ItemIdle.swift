package import Kernel

/// CAT-IDLE: nothing was done under an item for long, so that it is asked whether it is still needed.
///
/// - Source: 川办发〔2014〕2号 (the catalog is adjusted in time); how long is set in `catalog/confirmation.json`.
package struct ItemIdle: UpkeepRule {
    package static let code = RuleCode.idle
    package static let title = "职权长期没有办件"
    package static let kind = UpkeepConcern.Kind.itemIdle
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "川办发〔2014〕2号"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ItemIdle.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”自\(concern.detail)起没有办件，应当评估是否保留、合并或者取消",
            facts: concern.facts("事项")
        )
    }
}
