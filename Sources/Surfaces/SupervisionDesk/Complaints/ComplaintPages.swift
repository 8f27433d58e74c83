import HTML
import Kernel
import Participation
import Supervision

/// Complaints and reports that were upheld, the latest first, with the orders that followed.
struct ComplaintListPage: Component {
    static let rows = 200

    let desk: DeskSite
    let complaints: [UpheldComplaint]

    var body: any HTML {
        DeskFrame(
            "查实的投诉举报",
            desk,
            part: .orders,
            crumbs: [Crumb("监督纠错", to: SupervisionPath.orders), Crumb("查实的投诉举报")]
        ) {
            h1 { "查实的投诉举报" }
            p(.cssClass("quiet")) { "查办结论为属实或者部分属实的，最近\(ComplaintListPage.rows)件以内；需要时制发督办文书。不显示来信人。" }
            if complaints.isEmpty {
                EmptyState("没有查实的投诉举报") { p { a(.href(SupervisionPath.orders)) { "查看监督文书" } } }
            } else {
                DataTable(
                    "查实的投诉举报",
                    columns: [.init("编号"), .init("标题"), .init("单位"), .init("结论"), .init("公开"), .init("督办")],
                    rows: complaints.map(row)
                )
            }
        }
    }

    private func row(_ complaint: UpheldComplaint) -> DataTable.Row {
        DataTable.Row([
            div {
                p { a(.href(SupervisionPath.complaint(complaint.number))) { complaint.number } }
                p(.cssClass("quiet")) { "\(complaint.record.kind.chinese)，\(complaint.filedOn)" }
            },
            div {
                p { complaint.record.title }
                if let item = complaint.record.item { p(.cssClass("quiet")) { item.name } }
            },
            complaint.record.agencyName, OutcomeBadge(outcome: complaint.outcome),
            complaint.isPublic ? "已公开" : "应在 \(complaint.publishBy) 前公开", OrderLinks(orders: complaint.orders),
        ])
    }
}

/// One upheld complaint: what was found and done, and the order that may follow.
struct ComplaintPage: Component {
    let desk: DeskSite
    let complaint: UpheldComplaint
    /// The opinion that a decision follows.
    let follows: CorrectionOrder.ID?
    let limits: OrderLimits
    let hidden: [HiddenField]
    let answer: OrderDraftPage.Answer

    var body: any HTML {
        DeskFrame(
            complaint.number,
            desk,
            part: .orders,
            crumbs: [
                Crumb("监督纠错", to: SupervisionPath.orders), Crumb("查实的投诉举报", to: SupervisionPath.complaints),
                Crumb(complaint.number),
            ]
        ) {
            div(.cssClass("heading-row")) {
                h1 { complaint.record.title }
                OutcomeBadge(outcome: complaint.outcome)
            }
            if let fault = answer.fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
            div(.cssClass("wall-grid")) {
                Panel("查办结果", anchor: "outcome") { DefinitionList(facts) }
                div {
                    if !complaint.orders.isEmpty {
                        Panel("已制发的文书", anchor: "orders") { OrderLinks(orders: complaint.orders) }
                    }
                    Panel("督办", anchor: "order") {
                        p(.cssClass("quiet")) { "文书写明编号、结论和处理情况，不写来信内容和来信人（信访工作条例§30）。" }
                        OrderDraftForm(
                            address: SupervisionPath.draftOrder(complaint: complaint.number),
                            follows: follows,
                            limits: limits,
                            hidden: hidden,
                            answer: answer
                        )
                    }
                }
            }
        }
    }

    private var facts: [Definition] {
        let record = complaint.record
        return [
            Definition("类型", record.kind.chinese), Definition("单位", record.agencyName),
            Definition("事项", record.item?.name ?? "—"), Definition("收到日期", complaint.filedOn.chinese),
            Definition("结论", complaint.outcome.chinese),
            Definition("答复和理由") { p(.cssClass("said")) { record.reply } },
            Definition("处理情况") { p(.cssClass("said")) { record.measures ?? "—" } },
            Definition("答复日期", record.repliedOn.chinese),
            Definition("来信人评价", record.isSatisfied.map { $0 ? "满意" : "不满意" } ?? "未评价"),
            Definition("公开", complaint.isPublic ? "已公开" : "未公开，应在\(complaint.publishBy.chinese)前公开"),
        ]
    }
}

/// What was found, in its color.
struct OutcomeBadge: Component {
    let outcome: ComplaintOutcome

    var body: any HTML { Badge(outcome.chinese, tone: outcome == .upheld ? .bad : .caution) }
}

/// The orders about one matter, each with where it stands.
struct OrderLinks: Component {
    let orders: [OrderRow]

    var body: any HTML {
        if orders.isEmpty { span(.cssClass("quiet")) { "没有" } }
        for order in orders {
            p {
                a(.href(SupervisionPath.order(order.id))) { order.number ?? order.kind.chinese }
                " "
                OrderStatus(status: order.status, isOverdue: order.isOverdue)
            }
        }
    }
}
