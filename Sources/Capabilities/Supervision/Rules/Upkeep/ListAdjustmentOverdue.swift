package import Kernel

/// LST-ADJUST: a further version of a list was drafted and not handed in in time.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1) (20 days); 江苏某市行政权力网上公开透明运行实施方案 art. 4(1).
package struct ListAdjustmentOverdue: UpkeepRule {
    package static let code = RuleCode.listAdjustment
    package static let title = "清单调整未按期报送"
    package static let kind = UpkeepConcern.Kind.listAdjustmentOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施办法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ListAdjustmentOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.name)的调整（\(concern.detail)）应在\(concern.due?.chinese ?? "")前报送，至今未报送",
            facts: concern.facts("清单")
        )
    }
}
