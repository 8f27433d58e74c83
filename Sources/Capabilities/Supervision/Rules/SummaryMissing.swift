import Kernel
package import TimeLimits

/// CNT-SUMMARY: what a matter is about that an agency took up by itself was not written down.
///
/// - Source: a Jiangsu platform's rule (fewer than five characters); Administrative Penalty Law (行政处罚法) art. 47;
///   国办发〔2018〕118号 part 3.
package struct SummaryMissing: ActRule {
    package static let code = RuleCode.summary
    package static let title = "案情摘要缺失"
    package static let numbers = [shortestNumber]
    private static let shortestNumber = RuleNumber("shortest", "最少字数", standard: 5, within: 1...200)
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政处罚法§47；国办发〔2018〕118号三"
    private let shortest: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(SummaryMissing.code, default: .reminder)
        shortest = try parameters.number(SummaryMissing.code, SummaryMissing.shortestNumber)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let summary = caseFile.summary, let on = caseFile.receivedOn else { return [] }
        let length = summary.count { !$0.isWhitespace }
        guard length < shortest else { return [] }
        return [
            Breach(
                self,
                .dossier,
                since: Instant(on),
                message: "登记的案情摘要仅\(length)字，不足以说明案情",
                article: caseFile.law.isPenalty ? "行政处罚法§47" : "国办发〔2018〕118号三",
                facts: [
                    FindingFact("登记日", on.description), FindingFact("摘要字数", "\(length)"),
                    FindingFact("至少", "\(shortest)"),
                ]
            )
        ]
    }
}
