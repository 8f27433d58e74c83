import HTML
import Kernel
import Supervision

/// What a bulletin says, as tables.
struct BulletinContents: Component {
    let record: BulletinRecord

    var body: any HTML {
        let sum = FigureSum(record.figures)
        TileRow([
            Tile("认定", figure: "\(sum.upheld)", unit: "件"), Tile("补办后摘牌", figure: "\(sum.corrected)", unit: "件"),
            Tile("撤销", figure: "\(sum.withdrawn)", unit: "件", note: "不计入单位"),
            Tile("核查中", figure: "\(sum.pending)", unit: "件", note: "不计入单位"),
        ])
        Panel("各单位监察信息", anchor: "agencies") {
            if record.figures.isEmpty {
                p(.cssClass("quiet")) { "期间没有发出监察信息。" }
            } else {
                DataTable(
                    "各单位监察信息",
                    columns: BulletinContents.outcomes("单位"),
                    rows: record.agencies.map { BulletinContents.row($0.name, $0.figures) }
                )
                DataTable(
                    "按监督内容和等级",
                    columns: BulletinContents.outcomes("监督内容和等级"),
                    rows: kinds.map { BulletinContents.row($0.name, $0.figures) },
                    showsTitle: true
                )
            }
        }
        if !record.orders.isEmpty {
            Panel("监督文书和结果", anchor: "orders") {
                DataTable(
                    "监督文书和结果",
                    columns: [.init("文书"), .init("单位"), .init("事实和要求"), .init("结果")],
                    rows: record.orders.map(BulletinContents.row)
                )
            }
        }
        if let zeros = record.zeroMonths, !zeros.isEmpty {
            Panel("零办件单位及其说明", anchor: "zero-months") {
                DataTable(
                    "零办件单位",
                    columns: [
                        .init("月份", .whole), .init("单位"), .init("持有事项", .number), .init("连续月份", .number), .init("单位说明"),
                    ],
                    rows: zeros.map { zero in
                        DataTable.Row([
                            zero.month.chinese, zero.agencyName, "\(zero.powers)", "\(zero.inARow)",
                            zero.explanation ?? "尚未说明",
                        ])
                    }
                )
            }
        }
        if !record.standings.isEmpty {
            Panel("各单位效能得分", anchor: "scores") {
                DataTable(
                    "各单位效能得分",
                    columns: [.init("单位"), .init("得分", .number), .init("等次"), .init("审定月份", .number)],
                    rows: record.standings.map { standing in
                        DataTable.Row([
                            standing.agencyName, ScoreResult.text(standing.mean), standing.grade,
                            "\(standing.months)",
                        ])
                    }
                )
            }
        }
    }

    private var kinds: [(name: String, figures: [FindingFigure])] {
        Dimension.allCases.flatMap { dimension in
            FindingLevel.allCases.reversed().compactMap { level in
                let figures = record.figures.filter { $0.dimension == dimension && $0.level == level }
                return figures.isEmpty ? nil : ("\(dimension.chinese)，\(level.chinese)", figures)
            }
        }
    }

    private static func outcomes(_ first: String) -> [DataTable.Column] {
        [
            .init(first), .init("认定", .number), .init("已纠正", .number), .init("撤销", .number),
            .init("核查中", .number),
        ]
    }

    private static func row(_ name: String, _ figures: [FindingFigure]) -> DataTable.Row {
        let sum = FigureSum(figures)
        return DataTable.Row([name, "\(sum.upheld)", "\(sum.corrected)", "\(sum.withdrawn)", "\(sum.pending)"])
    }

    private static func row(_ order: PublishedOrder) -> DataTable.Row {
        DataTable.Row([
            div {
                p { order.number }
                p(.cssClass("quiet")) { "\(order.kind.chinese)，\(order.issuedOn)" }
            }, order.agencyName,
            div {
                p { "\(order.matter)：\(order.facts)" }
                p { "要求：\(order.demand)" }
                p(.cssClass("quiet")) { order.article }
            },
            div {
                OrderStatus(status: order.status, isOverdue: false)
                if let conclusion = order.conclusion { p { conclusion } }
            },
        ])
    }
}
