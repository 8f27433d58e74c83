package import Directory
package import Kernel

/// STF-RECHECK: the standing of an agency was announced so long ago that it is to be looked at again.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 17; the months are set in `DirectoryRules`.
package struct RecheckDue: StaffRule {
    package static let code = RuleCode.recheckDue
    package static let title = "执法主体资格待复核"
    package static let kind = DirectoryConcern.Kind.recheckDue
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政处罚法§17"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RecheckDue.code, default: .reminder)
    }

    package func breach(of concern: DirectoryConcern, on today: Day) -> Breach {
        let due = concern.day ?? today
        return Breach(
            self,
            .agency(concern.agency),
            since: Instant(due),
            days: today - due,
            message: "\(concern.agencyName)的执法主体资格应于\(due.chinese)前复核",
            facts: [FindingFact("应复核日", due.description)]
        )
    }
}
