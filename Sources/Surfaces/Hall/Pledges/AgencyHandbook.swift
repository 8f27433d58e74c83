import Catalog
import Documents
import Kernel

/// Everything an agency does for people, in one document to print (办事手册): item after item as on its leaflet.
///
/// - Source: Administrative License Law (行政许可法) art. 30 (what is posted where applications are taken);
///   优化营商环境条例 art. 35, 36.
struct AgencyHandbook: Sendable {
    let agency: String
    /// Those that were confirmed and published, in the order of their codes.
    let items: [ItemContent]
    /// Names and codes of those that a list names and nobody has confirmed.
    let imported: [(name: String, code: String)]
    let division: String
    /// The Hall's scheme and host, for a code to scan; `nil` where nobody outside reaches it.
    let origin: String?
    /// The day the handbook was made: what it says is of that day.
    let today: Day
    let isDemonstration: Bool

    var document: DocumentContent {
        DocumentContent(
            metadataTitle: "\(agency)办事手册",
            created: Instant(today),
            blocks: [.title("\(agency)办事手册"), .paragraph(introduction)] + sections + rest
        )
    }

    private var introduction: String {
        let demonstration = isDemonstration ? "演示资料，不具有法律效力。" : ""
        let place = origin.map { "网址：\($0)\(HallPath.items)" } ?? ""
        return "\(demonstration)\(division)，\(today.chinese)印制，以网上公布的为准。收录已确认公布的事项 \(items.count) 项。\(place)"
    }

    private var sections: [DocumentBlock] {
        items.enumerated().flatMap { index, item -> [DocumentBlock] in
            [
                .heading("\(index + 1). \(item.name)"),
                .table(.definitions([(term: "事项编码", value: item.code)] + ItemLeaflet.facts(of: item))),
            ]
        }
    }

    private var rest: [DocumentBlock] {
        guard !imported.isEmpty else { return [] }
        return [
            .heading("已导入、尚未确认的事项（\(imported.count) 项）"),
            .paragraph(imported.map { "\($0.name)（\($0.code)）" }.joined(separator: "\n")),
        ]
    }
}
