import Catalog
import HTML
import Kernel

/// What changed in the catalog, day by day, as it is announced (目录调整公告).
///
/// - Source: 国办发〔2005〕37号 part 2 (what was examined is announced); 川办发〔2011〕45号 (published before it is exercised).
struct CatalogChangesPage: Component {
    let site: HallSite
    /// The newest first.
    let changes: [CatalogChange]
    /// Whether there are older ones than are shown.
    let hasMore: Bool

    private static let title = "目录调整公告"

    var body: any HTML {
        HallFrame(
            CatalogChangesPage.title,
            of: site,
            part: .items,
            at: PublicPlace(HallPath.catalogChanges),
            crumbs: [Crumb(HallLabel.items.chinese, to: HallPath.items), Crumb(CatalogChangesPage.title)]
        ) {
            h1 { CatalogChangesPage.title }
            p { "行政职权事项经审核确认后公布；新增、变更、取消的，自公布之日起在这里公告。事项页面列有各个版本。" }
            if changes.isEmpty { EmptyState("还没有调整") }
            for (day, changes) in days { Panel(day.chinese, anchor: day.description) { table(changes, of: day) } }
            if hasMore { p(.cssClass("quiet")) { "只列出最近的 \(changes.count) 条；各日的目录在“数据开放”下载。" } }
            p(.cssClass("downloads")) {
                a(.href(HallPath.openData)) { ItemListLabel.downloads.chinese }
                a(.href(HallPath.catalogFeed)) { ItemListLabel.feed.chinese }
            }
        }
    }

    private var days: [(Day, [CatalogChange])] {
        Dictionary(grouping: changes, by: \.on).sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }

    private func table(_ changes: [CatalogChange], of day: Day) -> any HTML {
        DataTable(
            "\(day.chinese)公布的调整",
            columns: [.init("调整", .whole), .init("事项"), .init("说明")],
            rows: changes.map { change in DataTable.Row([change.word, change.subject, change.words]) },
            showsTitle: false
        )
    }
}

extension CatalogChange {
    fileprivate var word: String {
        switch kind {
        case .published(let version, _): version == 1 ? "新增" : "变更"
        case .abolished: "取消"
        case .listed: "导入清单"
        }
    }

    fileprivate var subject: any HTML {
        guard let item else {
            if case .listed(let source, _) = kind { return source }
            return "—"
        }
        return span {
            div { a(.href(HallPath.item(item.code))) { item.name } }
            div(.cssClass("quiet code-line")) { item.code }
        }
    }

    fileprivate var words: String {
        switch kind {
        case .published(let version, let from): "第 \(version) 版，自\(from.chinese)起施行"
        case .abolished(let from, let ground): "自\(from.chinese)起不再实施。依据：\(ground)"
        case .listed(_, let count): "\(count) 项，尚未逐项确认，不受理申请"
        }
    }
}
