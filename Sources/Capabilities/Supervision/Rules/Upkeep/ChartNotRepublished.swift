package import Kernel

/// CAT-CHART: the chart of a changed process was not published again in time.
///
/// - Source: 粤府办〔2007〕76号 part 2(2) (20 working days); the period is set in `catalog/confirmation.json`.
package struct ChartNotRepublished: UpkeepRule {
    package static let code = RuleCode.chart
    package static let title = "流程图变更后未按期重新公布"
    package static let kind = UpkeepConcern.Kind.chartOverdue
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "粤府办〔2007〕76号二(二)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ChartNotRepublished.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "“\(concern.name)”的流程图有改变，应在\(concern.due?.chinese ?? "")前重新公布",
            facts: concern.facts("事项")
        )
    }
}
