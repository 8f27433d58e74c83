package import Kernel

/// PUB-INFORMATION: a request for information was not answered in time.
///
/// - Source: 政府信息公开条例 §33.
package struct InformationOverdue: UpkeepRule {
    package static let code = RuleCode.information
    package static let title = "政府信息公开申请逾期未答复"
    package static let kind = UpkeepConcern.Kind.informationOverdue
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "政府信息公开条例§33"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(InformationOverdue.code, default: .yellowCard)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "政府信息公开申请\(concern.name)应在\(concern.due?.chinese ?? "")前答复，至今未答复",
            facts: concern.facts("申请")
        )
    }
}
