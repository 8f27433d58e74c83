package import Kernel

/// LST-ANSWER: a filing that was handed in was neither received nor sent back in time.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(3); the period is set in `catalog/lists.json`.
package struct FilingUnanswered: UpkeepRule {
    package static let code = RuleCode.filingUnanswered
    package static let title = "备案逾期未答复"
    package static let kind = UpkeepConcern.Kind.filingUnanswered
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施办法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(FilingUnanswered.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.name)的备案应在\(concern.due?.chinese ?? "")前准予或者退回，至今没有",
            facts: concern.facts("清单")
        )
    }
}
