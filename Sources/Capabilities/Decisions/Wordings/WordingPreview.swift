package import Documents
package import Kernel
import Processes

extension WordedDocument {
    /// Returns the document with a wording as it will look, with what the case fills in left open.
    package func preview(
        _ wording: DocumentWording,
        by agency: String,
        on day: Day,
        at moment: Instant
    ) -> Documents.DocumentContent {
        let beginning = DocumentWording.beginning(wording.opening, opening).map { DocumentBlock.paragraph($0.shown) }
        let rows = labels.map { (term: $0, value: "（办理时填写）") }
        let blocks: [DocumentBlock] =
            [
                .letterhead(Letterhead(form: .letter, name: agency, number: "（文号）")), .title(name),
                .paragraph("（预览：当事人、事项和办理时填写的内容均为示意，不具有法律效力。）"), .addressee("（当事人）："),
            ] + beginning
            + (rows.isEmpty ? [.paragraph("（决定的内容、理由和依据由办理时的决定写明）")] : [.table(.definitions(rows))])
            + [.paragraph("（当事人的权利和救济途径由系统按照法律写明，不可删改）")]
            + (wording.closing.isEmpty ? [] : [.paragraph(wording.closing.shown)]) + [
                .signature(SignatureBlock(agency: agency, day: day, seal: Seal(agency: agency, mark: "预览")))
            ]
        return Documents.DocumentContent(metadataTitle: name, created: moment, blocks: blocks)
    }
}

extension String {
    /// Puts words where the braces stand.
    fileprivate var shown: String {
        let names = ["item": "（事项名称）", "party": "（当事人）", "decision": "（决定书名称和文号）"]
        var parts = split(separator: "{", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            let halves = parts[index].split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            let place = String(halves[0])
            let word = names[place] ?? (place.contains("§") ? LegalSource(place).chinese : "（所选情形的依据）")
            parts[index] = word + halves[1]
        }
        return parts.joined()
    }
}
