package import Kernel

/// TIM-DISPUTE: a dispute over jurisdiction was neither settled by the sides nor designated by their superior in time.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2; the periods are those of the division's table.
package struct DisputeOverdue: UpkeepRule {
    package static let code = RuleCode.dispute
    package static let title = "管辖权争议逾期未解决"
    package static let kind = UpkeepConcern.Kind.disputeOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "行政处罚法§25"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(DisputeOverdue.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "办件\(concern.name)的管辖权争议应在\(concern.due?.chinese ?? "")前\(concern.detail)，至今没有",
            facts: concern.facts("办件")
        )
    }
}
