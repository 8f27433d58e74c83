package import Documents
import Kernel

/// The paper of an order, set from the log's facts whenever it is asked for: the same order gives the same paper.
///
/// - Source: GB/T 9704-2012 §10.1 (letter form); 山东省行政执法监督条例 §28, 29.
extension OrderRecord {
    /// Returns `nil` until two supervisors have signed.
    package func document(isDemonstration: Bool) -> DocumentContent? {
        guard let number = order.number, let issued = order.issuedOn else { return nil }
        let seal = Seal(agency: terms.issuerName, mark: isDemonstration ? "演示用章" : "")
        let demonstration: [DocumentBlock] =
            isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        return DocumentContent(
            metadataTitle: terms.kind.chinese,
            created: Instant(issued),
            blocks: [
                .letterhead(Letterhead(form: .letter, name: terms.issuerName, number: number)),
                .title(terms.kind.chinese),
            ] + demonstration + [
                .addressee("\(terms.agencyName)："), .heading("事实"),
                .paragraph("你单位\(matter)：\(terms.facts)。"),
                .heading("依据"), .paragraph(basis), .heading(heading), .paragraph(terms.demand),
                .heading("期限"), .paragraph(clocks),
                .signature(SignatureBlock(agency: terms.issuerName, day: issued, seal: seal)),
            ]
        )
    }

    private var matter: String {
        terms.caseNumber.isEmpty
            ? "的\(terms.itemName)" : "办理的“\(terms.itemName)”（办件编号\(terms.caseNumber)）"
    }

    private var heading: String {
        switch terms.kind {
        case .urging, .advice, .opinion: "要求"
        case .decision: "决定"
        }
    }

    private var basis: String {
        guard let ground = terms.ground else { return "\(terms.article)；\(terms.kind.article)。" }
        return """
            \(terms.article)；\(terms.kind.article)。因\(ground.chinese)，依据\(ground.measure.article)，\
            \(ground.measure.chinese)。
            """
    }

    private var clocks: String {
        let limits = terms.limits
        return """
            自收到本\(terms.kind.chinese)之日起\(limits.reply(to: terms.kind).chinese)内纠正并书面报告结果；自发出之日起\
            \(limits.deemedReceived.chinese)内未签收的，视为收到。如有异议，可自收到之日起\(limits.objection.chinese)内申请复查，\
            本机关在\(limits.objectionAnswer.chinese)内答复；复查期间不停止执行。
            """
    }
}
