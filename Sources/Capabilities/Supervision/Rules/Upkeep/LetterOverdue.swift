package import Kernel

/// PUB-LETTER: a question, complaint or report is beyond its clock.
///
/// - Source: 重庆市行政执法责任制条例 §13; 信访工作条例 §22; the periods are set in `participation/clocks.json`.
package struct LetterOverdue: UpkeepRule {
    package static let code = RuleCode.letter
    package static let title = "来信逾期未受理或者答复"
    package static let kind = UpkeepConcern.Kind.letterOverdue
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "重庆市行政执法责任制条例§13；信访工作条例§22"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(LetterOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.detail)\(concern.name)应在\(concern.due?.chinese ?? "")前办理，至今未办理",
            facts: concern.facts("来信")
        )
    }
}
