package import Kernel

/// CAT-STANDARD: an item implements an older version of its standard, beyond the days for adopting the new one.
///
/// - Source: 国办发〔2015〕86号 part 2; the period is set in `catalog/confirmation.json`.
package struct StandardNotAdopted: UpkeepRule {
    package static let code = RuleCode.standard
    package static let title = "基本目录更新后未按期调整实施清单"
    package static let kind = UpkeepConcern.Kind.standardOutdated
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "国办发〔2015〕86号二"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(StandardNotAdopted.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”仍按基本目录\(concern.detail)，应在\(concern.due?.chinese ?? "")前采用新的版本",
            facts: concern.facts("事项")
        )
    }
}
