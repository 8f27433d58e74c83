package import Kernel

/// PUB-RATING: a bad rating was not answered in time.
///
/// - Source: 国办发〔2019〕51号 part 4 (call back, correct, answer); the period is set in `participation/clocks.json`.
package struct RatingUnanswered: UpkeepRule {
    package static let code = RuleCode.rating
    package static let title = "差评逾期未回应"
    package static let kind = UpkeepConcern.Kind.ratingUnanswered
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "国办发〔2019〕51号四"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RatingUnanswered.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "办件\(concern.name)的差评应在\(concern.due?.chinese ?? "")前回应，至今未回应",
            facts: concern.facts("办件")
        )
    }
}
