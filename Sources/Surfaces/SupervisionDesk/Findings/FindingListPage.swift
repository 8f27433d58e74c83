import HTML
import Kernel
import Supervision

/// Findings in a list that can be narrowed.
struct FindingListPage: Component {
    static let rows = 50

    let desk: DeskSite
    let query: FindingQuery
    let agencies: [DeskAgency]
    /// The division it is narrowed to; empty where it is not.
    let place: String
    let facets: [FindingFacet]
    let count: Int
    /// One more than a page if there is a next one.
    let found: [FindingRow]
    let today: Day

    var body: any HTML {
        DeskFrame("监察信息", desk, part: .findings, crumbs: [Crumb("监察信息")]) {
            FigureHead(
                figure: query.figure,
                place: place,
                count: count,
                address: SupervisionPath.findings(query.with { _ in })
            )
            FindingFilters(query: query, agencies: agencies, facets: facets)
            Tabs(
                "排列",
                FindingSearch.Order.allCases.map { order in
                    NavigationLink(
                        SupervisionWording.order(order),
                        to: SupervisionPath.findings(query.with { $0.order = order }),
                        isCurrent: order == query.order
                    )
                }
            )
            if shown.isEmpty {
                EmptyState("没有符合条件的监察信息") {
                    if query != FindingQuery() { p { a(.href(SupervisionPath.findings)) { "查看全部" } } }
                }
            } else {
                DataTable("监察信息", columns: FindingListPage.columns, rows: shown.map(row))
            }
            Pagination(
                previous: query.previous.map(SupervisionPath.findings),
                next: next.map(SupervisionPath.findings),
                summary: "第\(query.trail.count + 1)页，本页\(shown.count)条"
            )
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("级别"), .init("监察信息"), .init("单位"), .init("办件或对象"), .init("维度"), .init("状态"), .init("发现时间"),
    ]

    static func sheet(_ figure: Figure, _ rows: [FindingRow]) -> DeskSheet {
        DeskSheet(
            title: figure.name,
            columns: ["级别", "监察信息", "单位", "办件", "事项或对象", "维度", "状态", "发现时间", "规则", "依据", "说明期限"],
            rows: rows.map { row in
                [
                    row.level.chinese, row.message, row.agencyName, row.caseNumber, row.itemName, row.dimension.chinese,
                    row.status.chinese, row.raisedAt.minuteText, row.rule, row.article,
                    row.explainBy?.description ?? "",
                ]
            },
            figures: [figure]
        )
    }

    private var shown: ArraySlice<FindingRow> { found.prefix(FindingListPage.rows) }

    private var next: FindingQuery? {
        guard found.count > FindingListPage.rows, let last = shown.last else { return nil }
        return query.page(behind: last)
    }

    private func row(_ row: FindingRow) -> DataTable.Row {
        DataTable.Row([
            LevelBadge(row.level),
            HTMLGroup([a(.href(SupervisionPath.finding(row.matter, row.number))) { row.message }]),
            row.agencyName,
            div {
                p { row.itemName }
                if row.matter.caseFile != nil {
                    p(.cssClass("quiet")) { a(.href(SupervisionPath.caseFile(row.caseNumber))) { row.caseNumber } }
                }
            },
            row.dimension.chinese,
            status(row),
            time(.cssClass("finding-time"), .dateTime(row.raisedAt.description)) { row.raisedAt.minuteText },
        ])
    }

    private func status(_ row: FindingRow) -> any HTML {
        div {
            Badge(row.status.chinese, tone: SupervisionWording.tone(row.status))
            if row.status == .open, let day = row.explainBy {
                p(.cssClass("quiet")) { day < today ? "说明期限\(day)已过" : "\(day)前说明" }
            }
        }
    }
}
