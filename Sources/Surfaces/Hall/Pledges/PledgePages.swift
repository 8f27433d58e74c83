import HTML
import Publicity

/// What the agencies promised and how they kept it (服务承诺), agency by agency.
struct PledgesPage: Component {
    let site: HallSite
    /// Of how many days the figures are.
    let days: Int
    /// Most breaches first.
    let rows: [Row]

    /// How one agency kept its promises.
    struct Row: Hashable, Sendable {
        let agency: String
        let address: String
        let cases: Int
        let late: Int
    }

    var body: any HTML {
        HallFrame(
            "服务承诺",
            of: site,
            part: .none,
            at: PublicPlace(HallPath.pledges),
            crumbs: [Crumb("服务承诺")]
        ) {
            h1 { "服务承诺" }
            p { "每个事项都写明承诺几天办结。最近 \(days) 天里到期的办件，是否兑现由系统自动计算；超过承诺时限的，机关应当说明原因，全部在此公开。" }
            if rows.isEmpty {
                EmptyState("最近没有到期的承诺") { p { "有办件的承诺时限届满后，会在此统计。" } }
            } else {
                DataTable(
                    "各机关兑现承诺的情况",
                    columns: [
                        .init("机关"), .init("到期的办件", .number), .init("按承诺办结", .number),
                        .init("超过承诺", .number), .init("兑现率", .number),
                    ],
                    rows: rows.map { row in
                        DataTable.Row(
                            [
                                a(.href(row.address)) { row.agency }, "\(row.cases)", "\(row.cases - row.late)",
                                "\(row.late)", PledgesPage.share(row.cases - row.late, of: row.cases),
                            ],
                            tone: row.late > 0 ? .caution : nil
                        )
                    }
                )
            }
        }
    }

    /// A share in whole percent, never rounded up to all.
    static func share(_ part: Int, of whole: Int) -> String { whole == 0 ? "—" : "\(part * 100 / whole)%" }
}

/// One agency's promises, item by item, and those it broke.
struct PledgePage: Component {
    let site: HallSite
    let agency: String
    let address: String
    let handbook: String
    let complaintLine: String?
    let days: Int
    let cases: Int
    let late: Int
    /// Of the late cases that are shown.
    let unexplained: Int
    let promises: [Promise]
    let delays: DelayTable

    /// What is promised for one item.
    struct Promise: Hashable, Sendable {
        let item: String
        let address: String
        let promised: String?
        let statutory: String?
    }

    var body: any HTML {
        let title = "\(agency)服务承诺"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(address),
            crumbs: [Crumb("服务承诺", to: HallPath.pledges), Crumb(title)]
        ) {
            h1 { title }
            TileRow([
                Tile("最近 \(days) 天到期的办件", figure: "\(cases)", unit: "件"),
                Tile("按承诺办结", figure: PledgesPage.share(cases - late, of: cases), note: "\(cases - late) 件"),
                Tile("超过承诺时限", figure: "\(late)", unit: "件", tone: late > 0 ? .bad : .good),
                Tile("尚未说明原因", figure: "\(unexplained)", unit: "件", tone: unexplained > 0 ? .bad : .good),
            ])
            Panel("超过承诺时限的办件", anchor: "delays") {
                if delays.isEmpty { p(.cssClass("quiet")) { "没有超过承诺时限的办件。" } } else { delays }
            }
            p(.cssClass("downloads")) { a(.href(handbook)) { "办事手册（PDF，全部事项）" } }
            Panel("承诺的办结时限", anchor: "promises") {
                if promises.isEmpty {
                    p(.cssClass("quiet")) { "没有已确认公布的事项。" }
                } else {
                    DataTable(
                        "承诺的办结时限",
                        columns: [.init("事项"), .init("承诺时限"), .init("法定时限")],
                        rows: promises.map { promise in
                            DataTable.Row([
                                a(.href(promise.address)) { promise.item }, promise.promised ?? "未填报",
                                promise.statutory ?? "未填报",
                            ])
                        }
                    )
                }
            }
            ComplaintPanel(line: complaintLine ?? site.complaintLine)
        }
    }
}
