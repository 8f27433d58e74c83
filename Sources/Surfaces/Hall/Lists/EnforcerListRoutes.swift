import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The published lists of who enforces: subjects and officers.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 39.
struct EnforcerListRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.subjects, name: "hall.subjects", access: .everyone) { request, _ in
                try await show(.subjects, request)
            },
            HallRoute(.get, HallPath.Pattern.enforcers, name: "hall.officers", access: .everyone) { request, _ in
                try await show(.officers, request)
            },
        ]
    }

    private func show(_ kind: ListKind, _ request: WebRequest) async throws -> WebAnswer {
        let lists = try await parts.read { reading in try reading.publishedLists(kind) }
        let search = request.query["q"] ?? ""
        return .page(EnforcerListPage(site: parts.site, kind: kind, lists: lists, search: search))
    }
}

/// One list as it was published, narrowed by what is looked for.
struct EnforcerListPage: Component {
    let site: HallSite
    let kind: ListKind
    let lists: [PublishedList]
    let search: String

    private static let shown = 300
    /// Columns of numbers and days, which are not broken.
    private static let whole: Set<String> = ["统一社会信用代码", "证号", "有效期至"]

    private static func cell(_ text: String) -> any HTML {
        text.isEmpty ? span(.cssClass("unknown")) { "未填报" } : text
    }

    var body: any HTML {
        HallFrame(
            kind.chinese,
            of: site,
            part: .none,
            at: PublicPlace(kind == .subjects ? HallPath.subjects : HallPath.enforcers),
            crumbs: [Crumb(kind.chinese)]
        ) {
            h1 { kind.chinese }
            Tabs(
                "清单",
                [
                    NavigationLink(ListKind.subjects.chinese, to: HallPath.subjects, isCurrent: kind == .subjects),
                    NavigationLink(ListKind.officers.chinese, to: HallPath.enforcers, isCurrent: kind == .officers),
                ]
            )
            if let on = lists.compactMap(\.on).max() {
                p { "\(on.chinese)公布。没有列入的机构和人员不得执法；证件与清单不符的，可以拒绝并举报。" }
                SearchBox(
                    to: kind == .subjects ? HallPath.subjects : HallPath.enforcers,
                    label: "名称、姓名或者证号",
                    value: search,
                    hint: "名称、姓名或者证号"
                )
                DataTable(
                    "共\(found.count)行",
                    columns: kind.columns.map {
                        DataTable.Column($0, EnforcerListPage.whole.contains($0) ? .whole : .text)
                    },
                    rows: found.prefix(EnforcerListPage.shown).map { DataTable.Row($0.map(EnforcerListPage.cell)) }
                )
                if found.count > EnforcerListPage.shown {
                    p(.cssClass("hint")) { "只显示前\(EnforcerListPage.shown)行，请用搜索缩小范围。" }
                }
            } else {
                AlertBox("清单尚未公布。", tone: .neutral)
            }
        }
    }

    private var found: [[String]] {
        let rows = lists.flatMap(\.rows)
        return search.isEmpty ? rows : rows.filter { row in row.contains { $0.contains(search) } }
    }
}
