package import Kernel

/// CAT-BENCHOFFICE: the next version of a benchmark that lost what it rests on waits for the legal office.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1); 国办发〔2022〕27号; the days are set in `catalog/legal-tasks.json`.
package struct BenchmarkUnanswered: UpkeepRule {
    package static let code = RuleCode.benchmarkUnanswered
    package static let title = "裁量基准修订逾期未审核"
    package static let kind = UpkeepConcern.Kind.benchmarkUnanswered
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施方案四(一)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(BenchmarkUnanswered.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”修订的裁量基准应在\(concern.due?.chinese ?? "")前审核公布或者退回，至今没有",
            facts: concern.facts("事项")
        )
    }
}
