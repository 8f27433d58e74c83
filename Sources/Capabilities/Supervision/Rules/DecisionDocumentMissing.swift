import Casework
import Kernel
package import TimeLimits

/// CNT-DECISION: a decided case was closed and its dossier holds no decision document.
///
/// - Source: Administrative License Law (行政许可法) art. 38 (a written decision); Administrative Penalty Law (行政处罚法)
///   art. 52, 59; Administrative Coercion Law (行政强制法) art. 24, 37; 国办发〔2018〕118号 part 3.
package struct DecisionDocumentMissing: ActRule {
    package static let code = RuleCode.decisionDocument
    package static let title = "办结无决定书"
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政许可法§38；行政处罚法§52、§59；行政强制法§24、§37；国办发〔2018〕118号三"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(DecisionDocumentMissing.code, default: .reminder)
    }

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let closed = caseFile.closedOn, let decision = caseFile.decision,
            !caseFile.documents.contains(where: { $0.number == decision.number && $0.name.hasSuffix("决定书") })
        else { return [] }
        return [
            Breach(
                self,
                .dossier,
                since: Instant(closed),
                message: "案件已办结，案卷中没有\(decision.number)决定书",
                article: caseFile.law.document,
                facts: [
                    FindingFact("办结日", closed.description), FindingFact("决定文号", decision.number),
                    FindingFact("案卷文书", "\(caseFile.documents.count)件"),
                ]
            )
        ]
    }
}
