import HTML
import Publicity

/// What the public may take away: results month by month in three formats, and what each column means.
struct OpenDataPage: Component {
    let site: HallSite
    let months: [PublicRecord.Month]

    var body: any HTML {
        HallFrame("开放数据", of: site, part: .none, crumbs: [Crumb("开放数据")]) {
            h1 { "开放数据" }
            p { "公示的决定按月提供，任何人可以下载、统计和再利用。个人信息与网页一样已经隐去；撤下的决定不在其中。" }
            Panel("结果公示") {
                if months.isEmpty {
                    p(.cssClass("quiet")) { "暂无已公开的决定。" }
                } else {
                    DataTable(
                        "结果公示，按决定月份",
                        columns: [.init("月份", .whole), .init("件数", .number), .init("下载")],
                        rows: months.map { month in
                            DataTable.Row([
                                month.name, month.count,
                                span(.cssClass("downloads")) {
                                    for format in DecisionFile.Format.allCases {
                                        a(.href(HallPath.openDecisions(month.name, format.rawValue))) {
                                            "\(month.name) \(format.rawValue)"
                                        }
                                    }
                                },
                            ])
                        }
                    )
                }
                p {
                    a(.href(HallPath.decisionFeed)) { "订阅最新公示（Atom）" }
                }
            }
            Panel("数据字典") {
                DataTable(
                    "数据字典",
                    columns: [.init("字段"), .init("名称"), .init("含义")],
                    rows: PublishedField.all.map { DataTable.Row([$0.code, $0.chinese, $0.meaning]) }
                )
                p { a(.href(HallPath.dictionary)) { "下载数据字典（csv）" } }
            }
        }
    }
}
