import Kernel
package import TimeLimits

/// BEH-AVOID: somebody did a step in a case from which the head had recused him.
///
/// The guard lets nobody do it here; the rule watches what comes in otherwise. While a request is open, the investigation
/// goes on.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; Administrative License Law (行政许可法) art. 48(3) for
///   hearings.
package struct RecusedActed: ActRule {
    package static let code = RuleCode.recused
    package static let title = "应当回避的人员办理"
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "行政处罚法§43"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RecusedActed.code, default: .redCard)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let act = caseFile.act, let step = act.step, !step.recused.isEmpty else { return [] }
        return [
            Breach(
                self,
                .act(act.version),
                since: act.recordedAt,
                days: step.recused.count,
                message: "\(act.name)由\(step.recused.count)名已决定回避的人员办理",
                article: caseFile.law.isPenalty ? nil : "参照\(article)",
                facts: [FindingFact("办理日", act.day.description)]
                    + step.recused.map { FindingFact("人员\($0)", "已决定回避") }
            )
        ]
    }
}
