import Casework
import HTML
import Kernel

/// The cases behind a number, by key page by page.
struct CaseListPage: Component {
    static let rows = 50

    let desk: DeskSite
    let part: DeskFrame.Part
    let crumbs: [Crumb]
    let figure: Figure
    var place = ""
    let count: Int
    let rows: [CaseRowSummary]
    /// By identifier.
    let agencies: [String: String]
    let page: Int
    let address: String
    let previous: String?
    let next: String?

    var body: any HTML {
        DeskFrame(figure.name, desk, part: part, crumbs: crumbs + [Crumb(figure.name)]) {
            FigureHead(figure: figure, place: place, count: count, address: address)
            if rows.isEmpty {
                EmptyState("没有这样的办件")
            } else {
                DataTable(figure.name, columns: CaseListPage.columns, rows: rows.map(row))
            }
            Pagination(previous: previous, next: next, summary: "第\(page)页，本页\(rows.count)件")
        }
    }

    static func sheet(_ figure: Figure, _ rows: [CaseRowSummary], _ agencies: [String: String]) -> DeskSheet {
        DeskSheet(
            title: figure.name,
            columns: ["办件", "事项", "单位", "阶段", "收到", "答复期限", "承诺办结", "决定", "最近办理"],
            rows: rows.map { cells($0, agencies) },
            figures: [figure]
        )
    }

    private static let columns: [DataTable.Column] = [
        .init("办件", .whole), .init("事项"), .init("单位"), .init("阶段"), .init("收到", .whole), .init("答复期限", .whole),
        .init("承诺办结", .whole), .init("决定", .whole), .init("最近办理", .whole),
    ]

    private func row(_ row: CaseRowSummary) -> DataTable.Row {
        let link: any HTML = a(.href(SupervisionPath.caseFile(row.number))) { row.number }
        return DataTable.Row([link] + CaseListPage.cells(row, agencies).dropFirst().map { $0 as any HTML })
    }

    /// The same as text, for the page and for files.
    static func cells(_ row: CaseRowSummary, _ agencies: [String: String]) -> [String] {
        [
            row.number, row.itemName, agencies[row.agency] ?? "", row.stage.chinese, row.receivedOn.description,
            row.answerDue?.description ?? "", row.promisedDue?.description ?? "", row.decidedOn?.description ?? "",
            row.lastActAt.minuteText,
        ]
    }
}
