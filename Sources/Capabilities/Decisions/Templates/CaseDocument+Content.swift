import Casework
package import Documents
import Kernel
import Processes

/// The frame that all documents share: head, title, addressee, matter, agency and day with the seal, check code.
///
/// Papers that stay in the file bear neither number nor seal nor code, but who wrote them.
///
/// - Source: GB/T 9704-2012 §10.1 (letter form); Administrative License Law (行政许可法) art. 32(5) (seal and date).
extension CaseDocument {
    package func content(_ facts: CaseDocumentFacts) -> Documents.DocumentContent {
        let number = facts.number.isEmpty ? nil : facts.number
        let demonstration: [DocumentBlock] =
            facts.isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        let head: [DocumentBlock] = [
            .letterhead(Letterhead(form: .letter, name: issuer(facts), number: number)), .title(name),
        ]
        return Documents.DocumentContent(
            metadataTitle: name,
            created: facts.created,
            blocks: head + demonstration + (isOutgoing ? letter(facts) : paper(facts))
        )
    }

    private func letter(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let agency = issuer(facts)
        let seal = Seal(agency: agency, mark: facts.isDemonstration ? "演示用章" : "")
        let addressee = addressee(facts).map { [DocumentBlock.addressee("\($0)：")] } ?? []
        let closing = facts.wording?.closing ?? ""
        let own: [DocumentBlock] = closing.isEmpty ? [] : [.paragraph(closing.filled(facts))]
        return addressee + matter(facts) + own + [
            .signature(SignatureBlock(agency: agency, day: facts.day, seal: seal)),
            .code(
                payload: facts.checkAddress,
                caption: "扫码核验本文书\n办件编号 \(facts.caseNumber)\n核验码 \(facts.checkCode)"
            ),
        ]
    }

    private func paper(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let head = [
            (term: "办件编号", value: facts.caseNumber), (term: "事项", value: facts.item.name),
            (term: "当事人", value: facts.applicant),
        ]
        let officers = facts.matter.officers.map(\.chinese).joined(separator: "\n")
        let foot =
            (officers.isEmpty ? [] : [(term: "经办人", value: officers)]) + [(term: "日期", value: facts.day.chinese)]
        return [.table(.definitions(head))] + matter(facts) + [.table(.definitions(foot))]
    }

    /// Who issues it: the agency of the case, but for what the superior decides over it.
    private func issuer(_ facts: CaseDocumentFacts) -> String {
        guard case .jurisdiction(let paper) = self else { return facts.item.agencyName }
        return paper.issuer ?? facts.item.agencyName
    }

    /// Returns to whom the document is addressed; `nil` for the public.
    private func addressee(_ facts: CaseDocumentFacts) -> String? {
        if case .jurisdiction(let paper) = self { return paper.addressee(facts) }
        guard case .written(let paper) = self, let key = paper.form.addressee else { return facts.applicant }
        return key.isEmpty ? nil : paper.record.text(key)
    }

    private func matter(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch self {
        case .acceptance(let given): given.document(facts)
        case .correction(let given): given.document(facts)
        case .nonAcceptance(let given): given.document(facts)
        case .specialProcedure(let given): given.document(facts)
        case .prolongation(let given): given.document(facts)
        case .deferral(let given): given.document(facts)
        case .decision(let given): given.document(facts)
        case .termination(let given): given.document(facts)
        case .service(let given):
            ServiceReceipt(way: given.way, servedOn: given.servedOn, note: given.note).document(facts)
        case .noticeService(let given):
            ServiceReceipt(way: given.way, servedOn: given.servedOn, note: given.note).document(facts)
        case .written(let given): given.document(facts)
        case .opinion(let given): given.document
        case .upkeep(let given): given.document(facts)
        case .jurisdiction(let given): given.document(facts)
        case .recusal(let given): given.document(facts)
        case .payment(let given, _): given.document(facts)
        case .certificate(let given, _): given.certificate(facts)
        }
    }
}

extension CaseDocumentFacts {
    /// How the matter begins; the case's number stands beside the check code, where it does not tear the lines.
    var application: String { "你（单位）于\(receivedOn.chinese)向本机关提出“\(item.name)”申请" }
}
