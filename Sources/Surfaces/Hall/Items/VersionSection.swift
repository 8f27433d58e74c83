import HTML

/// Which version this is, who answers for it since when, and the versions before.
struct VersionSection: Component {
    /// One published version.
    struct Entry: Hashable, Sendable {
        let number: Int
        let inForce: String
        let confirmedOn: String
        let publishedOn: String
    }

    /// Newest first; empty for an item that was only imported.
    let entries: [Entry]
    /// The list an imported item comes from, and the day.
    let origin: String?

    var body: any HTML {
        if entries.isEmpty {
            DefinitionList([
                Definition("状态", "已导入、未确认"),
                Definition("来源", origin),
                Definition("确认日期", nil),
            ])
        } else {
            DataTable(
                "各版本",
                columns: [.init("版本"), .init("施行"), .init("确认日期"), .init("公布日期")],
                rows: entries.map { .init(["第 \($0.number) 版", $0.inForce, $0.confirmedOn, $0.publishedOn]) }
            )
            if let origin { p(.cssClass("hint")) { "最初来源：\(origin)" } }
        }
    }
}
