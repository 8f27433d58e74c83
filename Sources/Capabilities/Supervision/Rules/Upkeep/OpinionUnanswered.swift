package import Kernel

/// PUB-OPINION: the opinion of a public supervisor was not answered in time.
///
/// - Source: 重庆市行政执法责任制条例 art. 13 (fifteen working days where no other period is set); the period is set in
///   `participation/public-supervisors.json`.
package struct OpinionUnanswered: UpkeepRule {
    package static let code = RuleCode.opinion
    package static let title = "社会监督员意见逾期未答复"
    package static let kind = UpkeepConcern.Kind.opinionUnanswered
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "重庆市行政执法责任制条例§13"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(OpinionUnanswered.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "社会监督员意见\(concern.name)应在\(concern.due?.chinese ?? "")前答复，至今未答复",
            facts: concern.facts("意见")
        )
    }
}
