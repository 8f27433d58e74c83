import Casework
import Documents
import Kernel
import Processes

/// 送达回证, of a decision or of a notice.
///
/// - Source: Civil Procedure Law (民事诉讼法) art. 87 (receipt of service), applied under 行政许可法 art. 44, 行政处罚法 art. 61.
struct ServiceReceipt {
    let way: NoticeWay
    let servedOn: Day
    let note: String

    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        let note = note.isEmpty ? [] : [(term: "备注", value: note)]
        return [
            .table(
                .definitions(
                    [
                        (term: "受送达人", value: facts.applicant), (term: "事项", value: facts.item.name),
                        (term: "送达文书", value: facts.served),
                        (term: "送达方式", value: "\(way.chinese)（\(LegalSource(way.article).official)）"),
                        (term: "送达日期", value: servedOn.chinese), (term: "送达人", value: facts.officer),
                        (term: "受送达人签收", value: "\n"),
                    ] + note
                )
            )
        ]
    }
}
