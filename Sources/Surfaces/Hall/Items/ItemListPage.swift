import HTML

/// The list of items, narrowed by words, category and agency.
struct ItemListPage: Component {
    let site: HallSite
    /// What was searched for, as typed.
    let query: String
    let categories: [FilterChips.Chip]
    let agencies: [FilterChips.Chip]
    let regions: RegionSwitch
    let place: PublicPlace
    let standings: [FilterChips.Chip]
    /// Statutes that are called what was searched for.
    let statutes: [BrowseLink]
    /// Whether the list of agencies is open: one is chosen.
    let hasAgency: Bool
    /// Hidden fields that keep the filters when one searches again.
    let kept: [HiddenField]
    let rows: [ItemRow]
    /// Whether nothing was found as written, and the rows are what was probably meant.
    let isNear: Bool
    let total: Int
    let previous: String?
    let next: String?
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "办事事项",
            of: site,
            part: .items,
            at: place,
            crumbs: [Crumb("办事事项")],
            messages: messages
        ) {
            h1 { query.isEmpty ? "办事事项" : "搜索“\(query)”" }
            regions
            SearchBox(
                to: HallPath.items,
                label: "搜索事项",
                value: query,
                hint: "事项名称、拼音、机关或编码",
                kept: kept,
                suggestions: SearchBox.Suggestions(from: HallPath.suggestions, assets: site.assets)
            )
            FilterChips("类型", categories)
            if standings.count > 1 { FilterChips("状态", standings) }
            details(.cssClass("more-filters"), .open(hasAgency)) {
                summary { "按实施机关筛选（\(agencies.count)）" }
                FilterChips("机关", agencies)
            }
            if !statutes.isEmpty { basis }
            if isNear { p(.cssClass("quiet")) { "没有与所写完全一致的事项，以下是读音或用字相近的事项。" } }
            if rows.isEmpty { nothingFound } else { found }
            p(.cssClass("downloads")) {
                a(.href(HallPath.openData)) { "下载整个目录（csv、xlsx、json、JSON-LD）" }
                a(.href(HallPath.catalogFeed)) { "订阅目录变化（Atom）" }
            }
        }
    }

    private var basis: any HTML {
        Panel("以此为依据的事项") { BrowseList(label: "法律文件", links: statutes) }
    }

    @HTMLBuilder private var found: any HTML {
        DataTable(
            "事项",
            columns: [.init("事项名称"), .init("类型"), .init("实施机关"), .init("状态")],
            rows: rows.map { row in DataTable.Row([name(of: row), row.category, row.agency, row.state]) }
        )
        Pagination(previous: previous, next: next, summary: "共 \(total) 项，本页 \(rows.count) 项")
    }

    private func name(of row: ItemRow) -> any HTML {
        div {
            a(.href(row.address)) { row.name }
            if let mainName = row.mainName { p(.cssClass("hint")) { "主项：\(mainName)" } }
            p(.cssClass("hint code-line")) { row.code }
        }
    }

    private var nothingFound: any HTML {
        EmptyState("没有找到符合条件的事项") {
            p { "可以换个说法，少写几个字，或去掉筛选条件。单个字、词、拼音、拼音首字母和事项编码都能搜。" }
            p { a(.href(HallPath.items)) { "查看全部事项" } }
        }
    }
}

/// One item in a list.
struct ItemRow: Sendable {
    let name: String
    let mainName: String?
    let code: String
    let category: String
    let agency: String
    let state: Badge
    let address: String
}
