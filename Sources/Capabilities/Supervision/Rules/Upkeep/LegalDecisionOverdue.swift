package import Kernel

/// CAT-LAWOFFICE: an agency's answer to a change of law waits for the legal office.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1) (10 days).
package struct LegalDecisionOverdue: UpkeepRule {
    package static let code = RuleCode.legalDecision
    package static let title = "依据变更的意见逾期未审核"
    package static let kind = UpkeepConcern.Kind.legalDecisionOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施方案四(一)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(LegalDecisionOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”对依据变更的意见应在\(concern.due?.chinese ?? "")前审核，至今未审核",
            facts: concern.facts("事项")
        )
    }
}
