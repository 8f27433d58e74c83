import HTML
import Kernel
import Supervision

/// The grades of a quarter: the points of its months, their mean, and the grade once all are audited.
struct QuarterPanel: Component {
    let period: BulletinPeriod
    let kind: ScoreSubject.Kind
    let standings: [QuarterStanding]

    var body: any HTML {
        Panel("\(period.chinese)等次", anchor: "quarter") {
            if standings.isEmpty {
                p(.cssClass("quiet")) { "本季度还没有审定的月份；三个月都审定后，按平均得分评定等次。" }
            } else {
                DataTable(
                    "\(period.chinese)\(kind.chinese)等次",
                    columns: [.init(kind.chinese)] + period.months.map { .init("\($0.month)月", .number) }
                        + [.init("平均", .number), .init("等次")],
                    rows: standings.map { DataTable.Row(QuarterPanel.cells($0)) },
                    narrow: .scroll
                )
            }
        }
    }

    private static func cells(_ standing: QuarterStanding) -> [String] {
        let months = standing.months.map { points in points.map { ScoreResult.text($0) } ?? "—" }
        return [standing.name] + months + [ScoreResult.text(standing.mean), standing.grade ?? "待三个月都审定"]
    }
}
