import Documents
import Kernel
import Publicity

/// What an agency decided lately, on paper for a notice board (公告栏张贴): as published, with a code that leads there.
///
/// - Source: 国办发〔2018〕118号 part 2 (公示载体: 办公场所公告栏).
struct ResultNotice: Sendable {
    let agency: String
    let decisions: [PublicDecision]
    /// Of how many days they are.
    let days: Int
    /// Whether there are more than the sheet holds.
    let isCut: Bool
    /// The agency's results in the Hall; `nil` where nobody outside reaches it.
    let address: String?
    let today: Day
    let isDemonstration: Bool

    /// More go on no notice board.
    static let most = 60

    var document: DocumentContent {
        DocumentContent(
            metadataTitle: "\(agency)行政执法结果公告",
            created: Instant(today),
            blocks: [.title("\(agency)行政执法结果公告"), .paragraph(introduction)] + list
                + [.paragraph("以上内容以网上公布的为准；决定变更、撤销的，网上同时撤下并说明理由。")]
                + (address.map { [.code(payload: $0, caption: "扫码看决定全文和以往结果")] } ?? [])
        )
    }

    private var introduction: String {
        let demonstration = isDemonstration ? "演示资料，不具有法律效力。" : ""
        let cut = isCut ? "只列最近 \(ResultNotice.most) 件。" : ""
        return "\(demonstration)最近 \(days) 天内作出并已公开的行政执法决定 \(decisions.count) 件。\(cut)\(today.chinese)印制。"
    }

    private var list: [DocumentBlock] {
        guard !decisions.isEmpty else { return [] }
        return [
            .table(
                DocumentTable(
                    columns: [
                        .init(title: "文号", share: 5), .init(title: "事项", share: 5), .init(title: "相对人", share: 3),
                        .init(title: "结果", share: 3), .init(title: "决定日期", share: 3),
                    ],
                    rows: decisions.map {
                        [$0.documentNumber, $0.itemName, $0.party.name, $0.documentName, $0.decidedOn.description]
                    }
                )
            )
        ]
    }
}
