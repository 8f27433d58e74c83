import BlobStore
import Catalog
import Documents
import Kernel

/// The two papers of a filing: the sealed list that is handed in, and the receipt for it.
///
/// - Source: 国办发〔2018〕118号; 徐政办发〔2016〕80号 art. 13(3).
struct FilingPaper: Sendable {
    let kind: OfficialListKind
    let version: OfficialList.Version
    /// Whose list it is.
    let owner: String
    /// Whose seal the paper bears.
    let agency: String
    let isDemonstration: Bool

    private var title: String { "\(owner)\(kind.chinese)" }

    private var notice: [DocumentBlock] {
        isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
    }

    private func signature(on day: Day, isSealed: Bool = true) -> DocumentBlock {
        let seal = isSealed ? Seal(agency: agency, mark: isDemonstration ? "演示用章" : "") : nil
        return .signature(SignatureBlock(agency: agency, day: day, seal: seal))
    }

    /// The list with all its rows, as it is handed in on `day`; without the seal as it is looked at before.
    func list(on day: Day, isSealed: Bool = true) -> DocumentContent {
        let facts = """
            第 \(version.number) 版，\(version.publishedOn.chinese)公布，自\(version.inForceFrom.chinese)起施行，\
            共 \(version.rows.count) 行。依据：\(kind.source)。
            """
        return DocumentContent(
            metadataTitle: title,
            created: Instant(day),
            blocks: [.title(title)] + notice + [
                .paragraph(facts), .table(table), signature(on: day, isSealed: isSealed),
            ]
        )
    }

    /// Columns as wide as their longest cell, within reason.
    private var table: DocumentTable {
        let rows = version.rows.map(kind.whole)
        let columns = kind.columns.enumerated().map { place, column in
            let longest = rows.map { $0[place].count }.max() ?? 0
            return DocumentTable.Column(title: column.name, share: min(14, max(4, column.name.count, longest)))
        }
        return DocumentTable(columns: columns, rows: rows)
    }

    /// The receipt; `nil` until the filing was received.
    func receipt() -> DocumentContent? {
        guard let receipt = version.filing.receipt, let round = version.filing.rounds.last else { return nil }
        let papers = round.files.map(\.name).joined(separator: "\n")
        let facts: [(term: String, value: String)] = [
            ("备案号", receipt.number), ("清单", kind.chinese), ("编制机关", owner),
            ("版本", "第 \(version.number) 版，\(version.rows.count) 行"), ("公布日期", version.publishedOn.chinese),
            ("施行日期", version.inForceFrom.chinese), ("报送日期", round.on.chinese),
            ("报送材料", papers.isEmpty ? "—" : papers), ("备案意见", receipt.answer.comment ?? "准予备案"),
            ("备案日期", receipt.answer.on.chinese), ("依据", kind.source),
        ]
        return DocumentContent(
            metadataTitle: "备案回执",
            created: Instant(receipt.answer.on),
            blocks: [.title("备案回执")] + notice + [.table(.definitions(facts)), signature(on: receipt.answer.on)]
        )
    }
}
