import HTML
import Kernel
import Supervision

/// One agency month by month, as the bulletins tell it.
struct OversightAgencyPage: Component {
    let site: HallSite
    let agency: (id: String, name: String)
    /// Only the agency's part of each, the latest month first.
    let months: [BulletinRecord]

    var body: any HTML {
        let title = "\(agency.name)监督情况"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.oversightAgency(agency.id)),
            crumbs: [Crumb("监督通报", to: HallPath.oversight), Crumb(title)]
        ) {
            h1 { title }
            OversightTiles(sum: FigureSum(months.flatMap(\.figures)), orders: orders)
            if months.count > 1 {
                Panel("每月计入单位的监察信息", anchor: "trend") {
                    BarChart(
                        id: "oversight-trend",
                        heading: "认定和已纠正，件",
                        points: months.reversed().map { record in
                            let held = FigureSum(record.figures).held
                            return ChartPoint(record.period.chinese, Double(held), text: "\(held)")
                        }
                    )
                }
            }
            Panel("按月", anchor: "months") {
                FigureTable(
                    "按月",
                    "月份",
                    rows: months.map { record in
                        (
                            a(.href(HallPath.oversight(record.division, record.period))) { record.period.chinese },
                            record.figures
                        )
                    }
                )
            }
            Panel("监督文书和结果", anchor: "orders") {
                if orders.isEmpty {
                    p(.cssClass("quiet")) { "没有收到监督文书。" }
                } else {
                    OrderTable(orders: orders, showsAgency: false)
                }
            }
        }
    }

    /// An order told of in two months is shown as the later one tells it.
    private var orders: [PublishedOrder] {
        var seen: Set<CorrectionOrder.ID> = []
        return months.flatMap(\.orders).filter { seen.insert($0.id).inserted }
    }
}
