import HTML
import Kernel
import Supervision

/// The months and quarters that are over, and which of them the public has been told of.
struct BulletinListPage: Component {
    struct Row: Sendable {
        let period: BulletinPeriod
        let bulletin: SupervisionBulletin
    }

    let desk: DeskSite
    /// The latest first.
    let rows: [Row]

    var body: any HTML {
        DeskFrame("监督通报", desk, part: .bulletins, crumbs: [Crumb("监督通报")]) {
            h1 { "监督通报" }
            p(.cssClass("quiet")) { "按月、按季向社会公开监督情况：各单位监察信息的结果、监督文书和整改结果、审定的效能得分。由一名监督人员提请，另一名审核后公开。" }
            DataTable(
                "各期通报",
                columns: [.init("期间", .whole), .init("状态"), .init("公开日", .whole), .init("公开的认定和纠正", .number)],
                rows: rows.map { row in
                    DataTable.Row([
                        a(.href(SupervisionPath.bulletin(row.period))) { row.period.chinese },
                        BulletinStatus(bulletin: row.bulletin), row.bulletin.edition?.on.description ?? "",
                        row.bulletin.edition.map { "\(FigureSum($0.record.figures).held)" } ?? "",
                    ])
                }
            )
        }
    }
}

struct BulletinStatus: Component {
    let bulletin: SupervisionBulletin

    var body: any HTML {
        if bulletin.edition != nil { Badge("已公开", tone: .good) }
        if bulletin.isWaiting { Badge("待审核", tone: .caution) }
        if bulletin.proposal?.sentBack != nil { Badge("已退回", tone: .bad) }
        if bulletin.withdrawal != nil { Badge("已撤下", tone: .neutral) }
        if bulletin.edition == nil && bulletin.proposal == nil && bulletin.withdrawal == nil {
            Badge("未提请", tone: .neutral)
        }
    }
}
