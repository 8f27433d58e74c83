import Casework
import Kernel
package import TimeLimits

/// CNT-REASONS: an application was refused, or not accepted, with reasons too short to be reasons.
///
/// - Source: Administrative License Law (行政许可法) art. 38; ten characters: a Jiangsu platform's measure.
package struct ReasonsMissing: ActRule {
    package static let code = RuleCode.reasons
    package static let title = "不予许可或者不予受理未说明理由"
    package static let numbers = [shortestNumber]
    private static let shortestNumber = RuleNumber("shortest", "最少字数", standard: 10, within: 1...200)
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政许可法§38"
    private let shortest: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ReasonsMissing.code, default: .reminder)
        shortest = try parameters.number(ReasonsMissing.code, ReasonsMissing.shortestNumber)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        var breaches: [Breach] = []
        if let refusal = caseFile.nonAcceptance, let reasons = refusal.reasons {
            breaches += breach(.acceptance, "不予受理", reasons, on: refusal.on, caseFile.law)
        }
        if let decision = caseFile.decision, decision.kind == .refused {
            breaches += breach(.decision, decision.summary, decision.reasons, on: decision.decidedOn, caseFile.law)
        }
        return breaches
    }

    private func breach(
        _ subject: FindingSubject,
        _ act: String,
        _ reasons: String,
        on day: Day,
        _ law: ProceduralLaw
    ) -> [Breach] {
        let length = reasons.count { !$0.isWhitespace }
        guard length < shortest else { return [] }
        return [
            Breach(
                self,
                subject,
                since: Instant(day),
                days: nil,
                message: "\(act)的理由仅\(length)字，不足以说明理由",
                article: law.licensing(article),
                facts: [FindingFact("理由字数", "\(length)"), FindingFact("至少", "\(shortest)")]
            )
        ]
    }
}
