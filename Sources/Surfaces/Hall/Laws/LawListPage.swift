import HTML

/// The statutes of the library, with what they are and since when they apply.
struct LawListPage: Component {
    let site: HallSite
    let rows: [Row]

    /// One statute.
    struct Row: Hashable, Sendable {
        let title: String
        let address: String
        let level: String
        let inForce: String
        let versions: Int
        let isRepealed: Bool
    }

    var body: any HTML {
        HallFrame("法律文件库", of: site, part: .laws, crumbs: [Crumb("法律文件库")]) {
            h1 { "法律文件库" }
            p { "职权事项所依据的法律、法规、规章和规范性文件。文本由主管机关导入，以公布的法律文本为准。" }
            if rows.isEmpty {
                EmptyState("尚未导入法律文件") { p { "导入后可在此查阅条文和历次修改。" } }
            } else {
                DataTable(
                    "法律文件",
                    columns: [.init("名称"), .init("位阶"), .init("施行"), .init("版本数", .number), .init("效力")],
                    rows: rows.map { row in
                        DataTable.Row([
                            a(.href(row.address)) { row.title }, row.level, row.inForce, "\(row.versions)",
                            row.isRepealed ? Badge("已废止", tone: .bad) : Badge("有效", tone: .good),
                        ])
                    }
                )
            }
        }
    }
}
