import HTML

/// Which version this is, who answers for it since when, and the versions before.
struct VersionSection: Component {
    /// One published version.
    struct Entry: Hashable, Sendable {
        let number: Int
        let inForce: String
        let confirmedOn: String
        let publishedOn: String
        /// Its text, beside that of today.
        let address: String
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
                rows: entries.map { entry in
                    DataTable.Row([
                        a(.href(entry.address)) { "第 \(entry.number) 版" }, entry.inForce, entry.confirmedOn,
                        entry.publishedOn,
                    ])
                }
            )
            p(.cssClass("hint")) { "点开一版可以看全文，以及与现在公布的版本有什么不同。" }
            if let origin { p(.cssClass("hint")) { "最初来源：\(origin)" } }
        }
    }
}
