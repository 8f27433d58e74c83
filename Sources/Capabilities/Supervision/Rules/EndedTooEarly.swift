import Casework
import Kernel
import Processes
package import TimeLimits

/// FLW-EARLY: a step was ended before the party's time in it was over, and not by the party itself; its time is what the
/// guard of the act counts.
///
/// - Source: Administrative License Law (行政许可法) art. 47, 48 (five days to ask for a hearing, seven days' notice of
///   it); Administrative Penalty Law (行政处罚法) art. 45, 64, and 62 (unless the party gives the right up expressly).
package struct EndedTooEarly: ActRule {
    package static let code = RuleCode.early
    package static let title = "当事人期限未满即办结环节"
    package let dimension = Dimension.flow
    package let level: FindingLevel
    package let article = "行政许可法§47"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(EndedTooEarly.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [Breach] {
        guard let act = caseFile.act, let step = act.step, let time = step.partyTime, !step.isEndedByParty,
            let end = try time.end(in: calendar), act.day <= end.day
        else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "\(act.name)于\(act.day.chinese)结束，当事人的期限至\(end.day.chinese)",
                article: end.source,
                facts: [
                    FindingFact("起算日（不计入）", time.since.description), FindingFact("期限", end.period.chinese),
                    FindingFact("期满日", end.day.description),
                    FindingFact("实际结束日", act.day.description),
                ]
            )
        ]
    }
}
