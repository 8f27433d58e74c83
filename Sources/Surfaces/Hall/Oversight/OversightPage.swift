import HTML
import Kernel
import Supervision

/// The bulletins of every government, the latest period first.
struct OversightPage: Component {
    let site: HallSite
    let bulletins: [PublicBulletins.Entry]

    var body: any HTML {
        HallFrame(
            "监督通报",
            of: site,
            part: .none,
            at: PublicPlace(HallPath.oversight),
            crumbs: [Crumb("监督通报")]
        ) {
            h1 { "监督通报" }
            p { "行政权力运行由系统和监督机关全程监督。发现了什么、单位怎样说明、有没有纠正，按月、按季在此公开，任何人可以下载（每期另有 csv、json、xlsx）、统计和再利用。经核实不成立的，不计入单位。" }
            if bulletins.isEmpty { EmptyState("暂无已公开的通报") { p { "每月结束后，经审核的通报在此公开。" } } }
            for government in governments {
                Panel(government.name, anchor: "division-\(government.code)") {
                    DataTable(
                        "\(government.name)各期通报",
                        columns: [.init("期间", .whole), .init("公开日", .whole), .init("下载")],
                        rows: government.entries.map { entry in
                            DataTable.Row([
                                a(.href(HallPath.oversight(entry.division, entry.period))) { entry.period.chinese },
                                entry.publishedOn.chinese,
                                a(.href(HallPath.oversightFile(entry.division, entry.period, "bulletin.pdf"))) {
                                    "通报 PDF"
                                },
                            ])
                        }
                    )
                }
            }
        }
    }

    private var governments: [(code: String, name: String, entries: [PublicBulletins.Entry])] {
        Dictionary(grouping: bulletins, by: \.division)
            .map { code, entries in (code: code, name: entries.first?.divisionName ?? code, entries: entries) }
            .sorted { $0.code < $1.code }
    }
}

/// A bulletin as a paper, its figures and its orders as files.
struct BulletinDownloads: Component {
    let division: String
    let period: BulletinPeriod

    var body: any HTML {
        span(.cssClass("downloads")) {
            a(.href(file("bulletin.pdf"))) { "通报 PDF" }
            for format in DataFormat.allCases {
                a(.href(file("figures.\(format.rawValue)"))) { "监察信息 \(format.rawValue)" }
            }
            for format in DataFormat.allCases {
                a(.href(file("orders.\(format.rawValue)"))) { "监督文书 \(format.rawValue)" }
            }
        }
    }

    private func file(_ name: String) -> String { HallPath.oversightFile(division, period, name) }
}

/// A bulletin that is no longer public, and why.
struct WithdrawnBulletinPage: Component {
    let site: HallSite
    let address: String
    let day: Day
    let reason: String

    var body: any HTML {
        HallFrame(
            "通报已撤下",
            of: site,
            part: .none,
            at: PublicPlace(address),
            crumbs: [Crumb("监督通报", to: HallPath.oversight), Crumb("通报已撤下")]
        ) {
            h1 { "通报已撤下" }
            AlertBox("\(day.chinese)撤下", tone: .caution) { p { reason } }
        }
    }
}
