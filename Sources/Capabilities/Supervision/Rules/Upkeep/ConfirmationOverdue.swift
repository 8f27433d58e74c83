package import Kernel

/// CAT-CONFIRM: a draft that was handed in waits beyond its days: for the legal office, for one of those after it, or for
/// its publication.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(3); the periods are set in `catalog/confirmation.json`.
package struct ConfirmationOverdue: UpkeepRule {
    package static let code = RuleCode.confirmation
    package static let title = "审核确认逾期"
    package static let kind = UpkeepConcern.Kind.confirmationOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施办法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ConfirmationOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”应在\(concern.due?.chinese ?? "")前\(concern.detail)，至今没有",
            facts: concern.facts("事项")
        )
    }
}
