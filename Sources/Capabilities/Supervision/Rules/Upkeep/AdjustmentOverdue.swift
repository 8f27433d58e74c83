package import Kernel

/// CAT-ADJUST: an adjustment of the catalog was drafted and not applied for in time.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1) (20 days); by cause in `catalog/confirmation.json`.
package struct AdjustmentOverdue: UpkeepRule {
    package static let code = RuleCode.adjustment
    package static let title = "目录调整未按期报送"
    package static let kind = UpkeepConcern.Kind.adjustmentOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施办法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(AdjustmentOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”的调整（\(concern.detail)）应在\(concern.due?.chinese ?? "")前报送，至今未报送",
            facts: concern.facts("事项")
        )
    }
}
