import Kernel
package import TimeLimits

/// BEH-TWO: a step that takes two certified officers was done by fewer.
///
/// - Source: Administrative License Law (行政许可法) art. 34, 55, 56; Administrative Penalty Law (行政处罚法) art. 42, 55;
///   Administrative Coercion Law (行政强制法) art. 18(2).
package struct TooFewOfficers: ActRule {
    package static let code = RuleCode.twoOfficers
    package static let title = "执法人员少于两人"
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "行政许可法§34、§56；行政处罚法§42、§55；行政强制法§18(二)"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(TooFewOfficers.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, let step = act.step, step.officersRequired > 1, let officers = step.officers
        else {
            return []
        }
        let certified = Set(officers).subtracting(step.uncertified.map(\.officer)).count
        guard certified < step.officersRequired else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "\(act.name)应由\(step.officersRequired)名以上持证人员办理，仅有\(certified)名",
                article: caseFile.law.twoOfficers,
                facts: [
                    FindingFact("参加人员", "\(Set(officers).count)名"), FindingFact("其中持证", "\(certified)名"),
                    FindingFact("至少", "\(step.officersRequired)名"),
                ]
            )
        ]
    }
}
