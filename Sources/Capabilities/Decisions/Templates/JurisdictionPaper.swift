import Casework
import Directory
import Documents
import EventLog
import Kernel
import Processes

/// What a disputing agency writes to the common superior (报请), and what that decides (指定管辖).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct JurisdictionPaper: Hashable, Sendable {
    private enum Matter: Hashable, Sendable {
        case report
        case designation(to: JurisdictionDispute.Side, authority: String, number: String)
    }

    private let matter: Matter
    private let reasons: String

    init(_ given: DisputeReported) {
        matter = .report
        reasons = given.opinion.value
    }

    init(_ given: JurisdictionDesignated) {
        matter = .designation(to: given.to.value, authority: given.authority.value, number: given.document.value)
        reasons = given.reasons.value
    }

    var name: String {
        switch matter {
        case .report: "报请指定管辖的函"
        case .designation: "指定管辖决定书"
        }
    }

    /// The number that the superior gave its decision.
    var ownNumber: String? {
        if case .designation(_, _, let number) = matter { number } else { nil }
    }

    /// Who issues it; `nil` for the agency of the case.
    var issuer: String? {
        if case .designation(_, let authority, _) = matter { authority } else { nil }
    }

    /// To whom it is addressed.
    func addressee(_ facts: CaseDocumentFacts) -> String? {
        guard let dispute = facts.matter.dispute else { return nil }
        return switch matter {
        case .report: dispute.superior.name
        case .designation: "\(facts.item.agencyName)、\(dispute.other.name)"
        }
    }

    /// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard let dispute = facts.matter.dispute else { return [.paragraph(reasons.sentence)] }
        let (own, other) = (facts.item.agencyName, dispute.other)
        let law = LegalSource("行政处罚法§25.2").official
        let matter = "\(facts.applicant)一案（\(facts.item.name)，办件编号\(facts.caseNumber)）"
        switch self.matter {
        case .report:
            return [
                .paragraph("本机关与\(other.name)对\(matter)的管辖发生争议。依据\(law)，报请你机关指定管辖。"),
                .table(
                    .definitions([
                        (term: "承办机关", value: own), (term: "争议的另一方", value: "\(other.name)（\(other.itemName)）"),
                        (term: "本机关的意见", value: dispute.proposed == .holder ? "由本机关管辖" : "由\(other.name)管辖"),
                    ])
                ), .heading("报请的理由"), .paragraph(reasons.sentence),
            ]
        case .designation(let side, _, _):
            let chosen = side == .holder ? own : other.name
            return [
                .paragraph("\(own)与\(other.name)对\(matter)的管辖发生争议。依据\(law)，指定该案由\(chosen)管辖。"),
                .paragraph(side == .holder ? "\(own)继续办理。" : "\(own)应当将该案连同证据和案卷材料移送\(other.name)。"),
                .heading("理由"), .paragraph(reasons.sentence),
            ]
        }
    }
}
