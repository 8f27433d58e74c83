import HTML
import Kernel
import Supervision

/// The latest correction orders, with their clocks.
struct OrderListPage: Component {
    static let rows = 200

    let desk: DeskSite
    let orders: [OrderRow]
    /// Whether who looks may open complaints that were upheld.
    let seesComplaints: Bool
    let today: Day

    var body: any HTML {
        DeskFrame("监督纠错", desk, part: .orders, crumbs: [Crumb("监督纠错")]) {
            h1 { "监督纠错" }
            p(.cssClass("quiet")) {
                "督办、监察建议、监督意见和监督决定，最近\(OrderListPage.rows)件以内。从成立的监察信息或者查实的投诉举报制发，由两名监督人员签署。"
            }
            if seesComplaints {
                ButtonRow { LinkButton("查实的投诉举报", to: SupervisionPath.complaints, weight: .secondary) }
            }
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
                if row.matter.caseFile != nil {
                    p(.cssClass("quiet")) { a(.href(SupervisionPath.caseFile(row.caseNumber))) { row.caseNumber } }
                }
            },
            OrderStatus(status: row.status, isOverdue: row.isOverdue),
            OrderClock(row: row, today: today),
            row.draftedOn.description,
        ])
    }
}

/// How much of the time to correct is used, drawn, so that orders compare at a glance.
struct OrderClock: Component {
    let row: OrderRow
    let today: Day

    var body: any HTML {
        if let due = row.replyBy {
            let whole = Double(max(1, due - row.draftedOn))
            let used = Double(max(0, today - row.draftedOn))
            let left = due - today
            div {
                p { due.description }
                if row.status == .running || row.status == .replied {
                    UsedBar(share: used / whole, words: left >= 0 ? "还有\(left)日" : "逾期\(-left)日")
                    p(.cssClass("quiet")) { left >= 0 ? "还有\(left)日" : "逾期\(-left)日" }
                }
            }
        } else {
            span(.cssClass("quiet")) { "未起算" }
        }
    }
}

/// How much of a limit is used, as a bar in its frame; what is over fills it in the color of being late.
struct UsedBar: Component {
    let share: Double
    let words: String

    var body: any HTML {
        SVG.root(.viewBox(width: 100, height: 12), .cssClass("used-bar"), .role("img"), .aria(.label, words)) {
            SVG.rectangle(x: 0, y: 0, width: 100, height: 12, .cssClass("mark-empty"))
            SVG.rectangle(x: 0, y: 0, width: min(1, max(0, share)) * 100, height: 12, .cssClass(mark))
        }
    }

    private var mark: String { share > 1 ? "mark-red" : share >= 0.9 ? "mark-yellow" : "mark-warning" }
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
