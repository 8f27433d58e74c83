package import Kernel

/// LST-OUTDATED: a list names items that ended or state otherwise what it is about, and was not published anew in time.
///
/// What a list is about is `follows` of `catalog/lists.json`, the period `chartWithin` of `catalog/confirmation.json`.
///
/// - Source: 粤府办〔2007〕76号 part 2(2) (20 working days).
package struct ListOutdated: UpkeepRule {
    package static let code = RuleCode.listOutdated
    package static let title = "清单未随职权调整更新"
    package static let kind = UpkeepConcern.Kind.listOutdated
    package let dimension = Dimension.publicity
    package let level: FindingLevel
    package let article = "粤府办〔2007〕76号二(二)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ListOutdated.code, default: .reminder)
    }

    package func breach(of concern: UpkeepConcern, on today: Day) -> Breach {
        Breach(
            self,
            concern.subject,
            since: concern.since(today),
            message: "\(concern.name)所列的\(concern.detail)，清单应在\(concern.due?.chinese ?? "")前更新，至今未更新",
            facts: concern.facts("清单")
        )
    }
}
