import Acting
import Catalog
import Codes
import HTML
import Kernel

/// The items with a draft on its way, stage by stage, and the search over all of them.
struct CatalogPage: Component {
    enum Tab: String, CaseIterable, Sendable {
        case drafted, submitted, confirmed

        var chinese: String {
            switch self {
            case .drafted: "起草中"
            case .submitted: "待审核"
            case .confirmed: "待会同、待公布"
            }
        }
    }

    struct Line: Sendable {
        let item: ItemOnDesk
        /// What the draft does to the catalog, as far as it was said.
        let adjustment: ItemAdjustment?
        /// How many fields the draft states otherwise than the version in force.
        let changes: Int
        /// Whose turn it is.
        let waiting: String
        let deadline: DeadlineChip?

        var changed: String {
            if adjustment?.kind == .abolished { return "取消" }
            return item.version == 0 ? "首次" : "\(changes) 项"
        }
    }

    let tab: Tab
    let counts: [String: Int]
    let lines: [Line]
    let search: String
    /// What was found; `nil` while nothing is looked for.
    let found: CatalogAnswer?
    let mayDraft: Bool
    let mayReview: Bool

    var body: any HTML {
        h1 { "权力目录" }
        p(.cssClass("hint")) { "事项经起草、报送、审核确认后公布；公布的版本不再修改，调整以新版本进行。" }
        ButtonRow {
            if mayDraft { LinkButton("起草新事项", to: WorkspacePath.newItem) }
            if mayDraft { LinkButton("导入清单", to: WorkspacePath.importItems, weight: .secondary) }
            if mayReview { LinkButton("批量审核", to: WorkspacePath.batchReview, weight: .secondary) }
            LinkButton("基本目录", to: WorkspacePath.standards, weight: .secondary)
        }
        SearchBox(
            to: WorkspacePath.catalog,
            label: "查找事项",
            value: search,
            hint: "事项名称、编码、机关；拼音首字母也可以"
        )
        if let found {
            results(found)
        } else {
            Tabs(
                "草稿所在的阶段",
                Tab.allCases.map { tab in
                    NavigationLink(
                        "\(tab.chinese) \(counts[tab.rawValue] ?? 0)",
                        to: WorkspacePath.catalog(tab: tab.rawValue),
                        isCurrent: tab == self.tab
                    )
                }
            )
            drafts
        }
    }

    @HTMLBuilder private var drafts: any HTML {
        if lines.isEmpty {
            EmptyState("这个阶段没有事项") { p { "修改已公布的事项：先查找，再从它起草新版本。" } }
        } else {
            DataTable(
                tab.chinese,
                columns: [.init("事项"), .init("实施主体"), .init("调整"), .init("改动", .number), .init("等待"), .init("期限")],
                rows: lines.map { line in
                    DataTable.Row([
                        span {
                            div { a(.href(WorkspacePath.item(line.item.id.text))) { line.item.name } }
                            div(.cssClass("quiet code-line")) { line.item.code }
                        },
                        line.item.agencyName ?? "未填报",
                        line.adjustment.map { "\($0.kind.chinese)：\($0.trigger.chinese)" } ?? "—",
                        line.changed, line.waiting, line.deadline ?? "—",
                    ])
                },
                showsTitle: false
            )
        }
    }

    @HTMLBuilder private func results(_ found: CatalogAnswer) -> any HTML {
        p(.cssClass("hint")) {
            found.isNear ? "没有完全相符的，列出相近的 \(found.total) 项。" : "找到 \(found.total) 项，列出前 \(found.entries.count) 项。"
            " "
            a(.href(WorkspacePath.catalog)) { "返回草稿" }
        }
        if found.entries.isEmpty {
            EmptyState("没有找到事项") { p { "请换一个名称、编码或者机关再试。" } }
        } else {
            DataTable(
                "找到的事项",
                columns: [.init("事项"), .init("类型"), .init("实施主体"), .init("状态"), .init("草稿")],
                rows: found.entries.map { entry in
                    DataTable.Row([
                        span {
                            div { a(.href(WorkspacePath.item(entry.id.text))) { entry.name } }
                            if let main = entry.mainName { div(.cssClass("quiet")) { "主项：\(main)" } }
                            div(.cssClass("quiet code-line")) { entry.code }
                        },
                        entry.categoryText, entry.agencyName ?? "未填报", entry.standing.chinese,
                        entry.draftStage.flatMap(Tab.init)?.chinese ?? "—",
                    ])
                },
                showsTitle: false
            )
        }
    }
}
