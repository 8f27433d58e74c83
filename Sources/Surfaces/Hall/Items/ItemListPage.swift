import HTML

/// The list of items, narrowed by words, category and agency.
struct ItemListPage: Component {
    let site: HallSite
    /// What was searched for, as typed.
    let query: String
    let categories: [FilterChips.Chip]
    let localCategories: [FilterChips.Chip]
    let agencies: [FilterChips.Chip]
    let regions: RegionSwitch
    let place: PublicPlace
    let standings: [FilterChips.Chip]
    let levels: [FilterChips.Chip]
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

    private var language: PageLanguage { place.language }

    var body: any HTML {
        HallFrame(
            HallLabel.items.said(in: language),
            of: site,
            part: .items,
            at: place,
            crumbs: [Crumb(HallLabel.items.said(in: language))],
            messages: messages
        ) {
            h1 { heading }
            regions
            SearchBox(
                to: HallPath.items,
                label: said(.search),
                value: query,
                hint: said(.searchHint),
                kept: kept,
                suggestions: SearchBox.Suggestions(from: HallPath.suggestions, assets: site.assets),
                language: language
            )
            FilterChips(said(.category), categories)
            if !localCategories.isEmpty {
                FilterChips(said(.localCategory), localCategories, isQuoted: language != .chinese)
            }
            if standings.count > 1 { FilterChips(said(.standing), standings) }
            if levels.count > 1 { FilterChips(said(.level), levels) }
            details(.cssClass("more-filters"), .open(hasAgency)) {
                summary { "\(said(.byAgency)) (\(agencies.count))" }
                FilterChips(said(.agency), agencies, isQuoted: language != .chinese)
            }
            if !statutes.isEmpty { basis }
            if isNear { p(.cssClass("quiet")) { said(.near) } }
            if rows.isEmpty { nothingFound } else { found }
            p(.cssClass("downloads")) {
                a(.href(HallPath.openData)) { said(.downloads) }
                a(.href(HallPath.catalogChanges)) { said(.changes) }
                a(.href(HallPath.catalogFeed)) { said(.feed) }
            }
        }
    }

    private var heading: any HTML {
        guard !query.isEmpty else { return HallLabel.items.said(in: language) }
        return HTMLGroup([
            language == .english ? "Search: “" : "搜索“", language.quoting(query), "”",
        ])
    }

    private func said(_ label: ItemListLabel) -> String { label.said(in: language) }

    private var basis: any HTML {
        Panel(said(.basis)) { language.quoted { BrowseList(label: said(.statutes), links: statutes) } }
    }

    @HTMLBuilder private var found: any HTML {
        DataTable(
            HallLabel.items.said(in: language),
            columns: [ItemListLabel.name, .category, .agency, .standing].map { .init(said($0)) },
            rows: rows.map { row in
                DataTable.Row([
                    name(of: row), row.category, row.agency.map(language.quoting) ?? said(.unstated), row.state,
                ])
            }
        )
        Pagination(
            previous: previous,
            next: next,
            summary: language == .english
                ? "\(total) in all, \(rows.count) on this page" : "共 \(total) 项，本页 \(rows.count) 项",
            language: language
        )
    }

    private func name(of row: ItemRow) -> any HTML {
        div {
            a(.href(row.address)) {
                if language == .english, let english = row.englishName { english } else { language.quoting(row.name) }
            }
            if language == .english, row.englishName != nil { p(.cssClass("hint")) { language.quoting(row.name) } }
            if let mainName = row.mainName, language == .chinese { p(.cssClass("hint")) { "主项：\(mainName)" } }
            p(.cssClass("hint code-line")) { language.quoting(row.code) }
        }
    }

    private var nothingFound: any HTML {
        EmptyState(said(.nothing)) {
            p { said(.nothingHint) }
            p { a(.href(PublicPlace.address(HallPath.items, in: language))) { said(.all) } }
        }
    }
}

/// One item in a list.
struct ItemRow: Sendable {
    let name: String
    /// `nil` where there is none, or the list is in Chinese.
    let englishName: String?
    let mainName: String?
    let code: String
    let category: String
    let agency: String?
    let state: Badge
    let address: String
}
