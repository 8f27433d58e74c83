package import Kernel

/// CAT-LAWTASK: a change of law waits for the answer of the agency whose item rests on it.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1) (20 days).
package struct LegalTaskOverdue: UpkeepRule {
    package static let code = RuleCode.legalTask
    package static let title = "依据变更未按期提出调整意见"
    package static let kind = UpkeepConcern.Kind.legalTaskOverdue
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施方案四(一)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(LegalTaskOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”的依据已变更，应在\(concern.due?.chinese ?? "")前提出调整意见",
            facts: concern.facts("事项")
        )
    }
}
