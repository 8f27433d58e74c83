import Casework
package import Documents
import Kernel
import Processes

/// The frame that all documents share: head, title, addressee, matter, agency and day with the seal, check code.
///
/// - Source: GB/T 9704-2012 §10.1 (letter form); Administrative License Law (行政许可法) art. 32(5) (seal and date).
extension CaseDocument {
    package func content(_ facts: CaseDocumentFacts) -> Documents.DocumentContent {
        let agency = facts.item.agencyName
        let seal = Seal(agency: agency, mark: facts.isDemonstration ? "演示用章" : "")
        let demonstration: [DocumentBlock] =
            facts.isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        return Documents.DocumentContent(
            metadataTitle: name,
            created: facts.created,
            blocks: [
                .letterhead(Letterhead(form: .letter, name: agency, number: facts.number)), .title(name),
            ] + demonstration + [.addressee("\(facts.applicant)：")] + matter(facts) + [
                .signature(SignatureBlock(agency: agency, day: facts.day, seal: seal)),
                .code(
                    payload: facts.checkAddress,
                    caption: "扫码核验本文书\n办件编号 \(facts.caseNumber)\n核验码 \(facts.checkCode)"
                ),
            ]
        )
    }

    private func matter(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        switch self {
        case .acceptance(let given): given.document(facts)
        case .correction(let given): given.document(facts)
        case .nonAcceptance(let given): given.document(facts)
        case .specialProcedure(let given): given.document(facts)
        case .prolongation(let given): given.document(facts)
        case .decision(let given): given.document(facts)
        case .termination(let given): given.document(facts)
        case .service(let given): given.document(facts)
        }
    }
}

extension CaseDocumentFacts {
    /// How the matter begins; the case's number stands beside the check code, where it does not tear the lines.
    var application: String { "你（单位）于\(receivedOn.chinese)向本机关提出“\(item.name)”申请" }

    /// Cites an article of the Administrative License Law: `license("32(五)")`.
    func license(_ article: String) -> String { LegalSource("中华人民共和国行政许可法§\(article)").chinese }

    /// How the party may contest the act.
    ///
    /// - Source: Administrative Reconsideration Law (行政复议法) art. 20, 24; Administrative Litigation Law (行政诉讼法)
    ///   art. 46.
    func remedies(against act: String) -> [DocumentBlock] {
        let reconsideration = LegalSource("中华人民共和国行政复议法§20").chinese
        let litigation = LegalSource("中华人民共和国行政诉讼法§46").chinese
        return [
            .heading("权利救济"),
            .paragraph(
                """
                如不服本\(act)，可以自收到之日起六十日内，依据\(reconsideration)向\(government)申请行政复议；也可以自收到之日起\
                六个月内，依据\(litigation)直接向有管辖权的人民法院提起行政诉讼。
                """
            ),
        ]
    }
}
