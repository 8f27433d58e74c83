package import Kernel

/// PUB-OUTCOME: the outcome of a complaint or report was not made public in time.
///
/// - Source: 政府信息公开条例 art. 26 (twenty working days); the period is set in `participation/clocks.json`.
package struct OutcomeUnpublished: UpkeepRule {
    package static let code = RuleCode.outcome
    package static let title = "投诉举报处理结果逾期未公开"
    package static let kind = UpkeepConcern.Kind.outcomeUnpublished
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "政府信息公开条例§26"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(OutcomeUnpublished.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.detail)\(concern.name)的处理结果应在\(concern.due?.chinese ?? "")前公开，至今未公开",
            facts: concern.facts("来信")
        )
    }
}
