import HTML
import Kernel
import Supervision

/// The latest correction orders, with their clocks.
struct OrderListPage: Component {
    static let rows = 200

    let desk: DeskSite
    let orders: [OrderRow]
    let today: Day

    var body: any HTML {
        DeskFrame("监督纠错", desk, part: .orders, crumbs: [Crumb("监督纠错")]) {
            h1 { "监督纠错" }
            p(.cssClass("quiet")) { "督办、监察建议、监督意见和监督决定，最近\(OrderListPage.rows)件以内。从成立的监察信息制发，由两名监督人员签署。" }
            if orders.isEmpty {
                EmptyState("没有监督文书") { p { a(.href(SupervisionPath.findings)) { "查看监察信息" } } }
            } else {
                DataTable("监督文书", columns: OrderListPage.columns, rows: orders.map(row))
            }
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("文书"), .init("单位"), .init("办件"), .init("状态"), .init("整改期限"), .init("拟制日"),
    ]

    private func row(_ row: OrderRow) -> DataTable.Row {
        DataTable.Row([
            div {
                p { a(.href(SupervisionPath.order(row.id))) { row.number ?? "\(row.kind.chinese)（未编号）" } }
                if row.number != nil { p(.cssClass("quiet")) { row.kind.chinese } }
            },
            row.agencyName,
            div {
                p { row.itemName }
                p(.cssClass("quiet")) { a(.href(SupervisionPath.caseFile(row.caseNumber))) { row.caseNumber } }
            },
            OrderStatus(status: row.status, isOverdue: row.isOverdue),
            row.replyBy?.description ?? "未起算",
            row.draftedOn.description,
        ])
    }
}

/// Where an order stands, and whether a limit of it ran out.
struct OrderStatus: Component {
    let status: CorrectionOrder.Status
    let isOverdue: Bool

    var body: any HTML {
        Badge(status.chinese, tone: tone)
        if isOverdue { Badge("有期限逾期", tone: .bad) }
    }

    private var tone: Tone {
        switch status {
        case .draft, .issued: .caution
        case .running, .replied: .active
        case .corrected: .good
        case .notCorrected: .bad
        case .withdrawn: .neutral
        }
    }
}
