package import Kernel

/// LST-CONFIRM: a list's draft that was handed in waits for the legal office beyond its days.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(3); the period is set in `catalog/confirmation.json`.
package struct ListConfirmationOverdue: UpkeepRule {
    package static let code = RuleCode.listConfirmation
    package static let title = "清单审核逾期"
    package static let kind = UpkeepConcern.Kind.listConfirmationOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施办法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ListConfirmationOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.name)应在\(concern.due?.chinese ?? "")前审核公布或者退回，至今没有",
            facts: concern.facts("清单")
        )
    }
}
