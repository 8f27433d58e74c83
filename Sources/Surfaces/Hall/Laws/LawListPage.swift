import HTML

/// The statutes of the library, with what they are and since when they apply.
struct LawListPage: Component {
    let site: HallSite
    /// What was searched for, as typed; empty for the whole library.
    let query: String
    let rows: [Row]
    let places: [Place]
    /// Whether there may be more places than are shown.
    let hasMore: Bool

    /// A place in the text of a statute.
    struct Place: Hashable, Sendable {
        let title: String
        let address: String
        let article: String
        let line: String
    }

    /// One statute.
    struct Row: Hashable, Sendable {
        let title: String
        let address: String
        let level: String
        let issuer: String
        let inForce: String
        let versions: Int
        let isRepealed: Bool
    }

    var body: any HTML {
        HallFrame("法律文件库", of: site, part: .laws, at: PublicPlace(HallPath.laws), crumbs: [Crumb("法律文件库")]) {
            h1 { "法律文件库" }
            p { "职权事项所依据的法律、法规、规章和规范性文件。文本由主管机关导入，以公布的法律文本为准。" }
            SearchBox(to: HallPath.laws, label: "搜索法律文件", value: query, hint: "文件名称或条文中的字句")
            if !query.isEmpty {
                found
            } else if rows.isEmpty {
                EmptyState("尚未导入法律文件") { p { "导入后可在此查阅条文和历次修改。" } }
            } else {
                statutes
            }
        }
    }

    private var statutes: any HTML {
        DataTable(
            "法律文件",
            columns: [.init("名称"), .init("位阶"), .init("制定机关"), .init("施行"), .init("版本数", .number), .init("效力")],
            rows: rows.map { row in
                DataTable.Row([
                    a(.href(row.address)) { row.title }, row.level, row.issuer, row.inForce, "\(row.versions)",
                    row.isRepealed ? Badge("已废止", tone: .bad) : Badge("有效", tone: .good),
                ])
            }
        )
    }

    @HTMLBuilder private var found: any HTML {
        if rows.isEmpty, places.isEmpty {
            EmptyState("没有找到“\(query)”") {
                p { "可以少写几个字；条文中的字句要连着写。" }
                p { a(.href(HallPath.laws)) { "查看全部法律文件" } }
            }
        }
        if !rows.isEmpty { Panel("名称含“\(query)”的文件") { statutes } }
        if !places.isEmpty {
            Panel("条文含“\(query)”") {
                DataTable(
                    "条文",
                    columns: [.init("文件"), .init("条", .whole), .init("内容")],
                    rows: places.map { place in
                        DataTable.Row([a(.href(place.address)) { place.title }, place.article, place.line])
                    }
                )
                if hasMore { p(.cssClass("quiet")) { "只列出前 \(places.count) 条，多写几个字可以缩小范围。" } }
            }
        }
    }
}
