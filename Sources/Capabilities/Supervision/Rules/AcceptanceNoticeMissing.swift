import Casework
import Kernel
package import TimeLimits

/// CNT-ACCEPTDOC: an accepted case was closed and its dossier holds no notice of acceptance.
///
/// - Source: Administrative License Law (行政许可法) art. 32 (a dated, sealed written notice of acceptance).
package struct AcceptanceNoticeMissing: ActRule {
    package static let code = RuleCode.acceptanceDocument
    package static let title = "受理无受理通知书"
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "行政许可法§32"

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(AcceptanceNoticeMissing.code, default: .reminder)
    }

    /// The notice by its name in processes and dossiers.
    static let document = "受理通知书"

    package func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) -> [Breach] {
        guard let closed = caseFile.closedOn, caseFile.decision != nil, let accepted = caseFile.acceptedOn,
            !caseFile.documents.contains(where: { $0.name == AcceptanceNoticeMissing.document })
        else { return [] }
        return [
            Breach(
                self,
                .acceptance,
                since: Instant(closed),
                message: "案件已办结，案卷中没有受理通知书",
                article: caseFile.law.licensing(article),
                facts: [
                    FindingFact("受理日", accepted.description), FindingFact("办结日", closed.description),
                    FindingFact("案卷文书", "\(caseFile.documents.count)件"),
                ]
            )
        ]
    }
}
