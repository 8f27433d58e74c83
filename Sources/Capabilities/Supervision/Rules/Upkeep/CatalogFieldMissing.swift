package import Kernel

/// CAT-FIELDS: an item in force lacks what it must state.
///
/// - Source: Administrative License Law (行政许可法) art. 30; 优化营商环境条例 §36.
package struct CatalogFieldMissing: UpkeepRule {
    package static let code = RuleCode.catalogField
    package static let title = "目录要素缺失"
    package static let kind = UpkeepConcern.Kind.fieldMissing
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "行政许可法§30；优化营商环境条例§36"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(CatalogFieldMissing.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”缺少或者不符合要求：\(concern.detail)",
            facts: concern.facts("事项")
        )
    }
}
