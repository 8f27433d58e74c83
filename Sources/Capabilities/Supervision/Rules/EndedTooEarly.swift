import Kernel
import Processes
package import TimeLimits

/// FLW-EARLY: a step was ended before the party's time in it was over, and not by the party itself.
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
        guard let act = caseFile.act, let step = act.step, let earliest = step.earliest, !step.isEndedByParty,
            let entered = step.entered
        else { return [] }
        let window = try DeadlineClock(start: entered.day, period: earliest.period)
        guard case .due(let end, _) = try window.deadline(in: calendar), act.day <= end else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                message: "\(act.name)于\(act.day.chinese)结束，当事人的期限至\(end.chinese)",
                article: earliest.source.description,
                facts: [
                    FindingFact("环节开始日（不计入）", entered.day.description),
                    FindingFact("期限", earliest.period.chinese), FindingFact("期满日", end.description),
                    FindingFact("实际结束日", act.day.description),
                ]
            )
        ]
    }
}
