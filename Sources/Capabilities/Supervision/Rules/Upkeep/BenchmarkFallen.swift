package import Kernel

/// CAT-BENCHMARK: a benchmark lost what it rests on, and no further version was handed in in time.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1); 国办发〔2022〕27号; the days are set in `catalog/legal-tasks.json`.
package struct BenchmarkFallen: UpkeepRule {
    package static let code = RuleCode.benchmarkFallen
    package static let title = "裁量基准失去依据未修订"
    package static let kind = UpkeepConcern.Kind.benchmarkFallen
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "江苏某市行政权力网上公开透明运行实施方案四(一)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(BenchmarkFallen.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”的裁量基准（\(concern.detail)）所依据的条文失效，应在\(concern.due?.chinese ?? "")前修订报送，至今未报送",
            facts: concern.facts("事项")
        )
    }
}
