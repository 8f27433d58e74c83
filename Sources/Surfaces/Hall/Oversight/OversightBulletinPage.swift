import HTML
import Kernel
import Supervision

/// One bulletin: how many findings came to what, agency by agency, the orders and what came of them, the scores.
struct OversightBulletinPage: Component {
    let site: HallSite
    let record: BulletinRecord
    let publishedOn: Day

    var body: any HTML {
        let title = "\(record.divisionName)\(record.period.chinese)监督通报"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.oversight(record.division, record.period)),
            crumbs: [Crumb("监督通报", to: HallPath.oversight), Crumb(record.period.chinese)]
        ) {
            h1 { title }
            p(.cssClass("quiet")) { "\(publishedOn.chinese)公开。公开以后撤销的监察信息和撤回的文书，下面已不计入。" }
            OversightTiles(sum: FigureSum(record.figures), orders: record.orders)
            Panel("各单位监察信息", anchor: "agencies") {
                if record.figures.isEmpty {
                    p(.cssClass("quiet")) { "期间没有发出监察信息。" }
                } else {
                    FigureTable(
                        "各单位监察信息",
                        "单位",
                        rows: record.agencies.map { agency in
                            (a(.href(HallPath.oversightAgency(agency.id))) { agency.name }, agency.figures)
                        }
                    )
                }
            }
            if !record.figures.isEmpty {
                Panel("按监督内容", anchor: "dimensions") {
                    FigureTable(
                        "按监督内容",
                        "监督内容",
                        rows: Dimension.allCases.compactMap { dimension in
                            rows(dimension.chinese) { $0.dimension == dimension }
                        }
                    )
                }
                Panel("按等级", anchor: "levels") {
                    FigureTable(
                        "按等级",
                        "等级",
                        rows: FindingLevel.allCases.reversed().compactMap { level in
                            rows(level.chinese) { $0.level == level }
                        }
                    )
                }
            }
            Panel("监督文书和结果", anchor: "orders") {
                if record.orders.isEmpty {
                    p(.cssClass("quiet")) { "期间没有发出或者审定监督文书。" }
                } else {
                    OrderTable(orders: record.orders, showsAgency: true)
                }
            }
            if !record.standings.isEmpty {
                Panel("各单位效能得分", anchor: "scores") {
                    DataTable(
                        "各单位效能得分",
                        columns: [.init("单位"), .init("得分", .number), .init("等次")],
                        rows: record.standings.map {
                            DataTable.Row([$0.agencyName, ScoreResult.text($0.mean), $0.grade])
                        }
                    )
                    p(.cssClass("hint")) { record.period.months.count > 1 ? "得分为季内已审定各月的平均。" : "得分经异议期和审定。" }
                }
            }
            if let zeros = record.zeroMonths, !zeros.isEmpty {
                Panel("零办件单位及其说明", anchor: "zero-months") {
                    DataTable(
                        "零办件单位",
                        columns: [
                            .init("月份", .whole), .init("单位"), .init("持有事项", .number), .init("连续月份", .number),
                            .init("单位说明"),
                        ],
                        rows: zeros.map { zero in
                            DataTable.Row([
                                zero.month.chinese, zero.agencyName, "\(zero.powers)", "\(zero.inARow)",
                                zero.explanation ?? "尚未说明",
                            ])
                        }
                    )
                    p(.cssClass("hint")) { "整月持有在用事项、没有收到申请、也没有立案的单位。" }
                }
            }
            Panel("下载") { BulletinDownloads(division: record.division, period: record.period) }
        }
    }

    private func rows(_ name: String, _ belongs: (FindingFigure) -> Bool) -> (any HTML, [FindingFigure])? {
        let figures = record.figures.filter(belongs)
        return figures.isEmpty ? nil : (name, figures)
    }
}

/// The sums side by side.
struct OversightTiles: Component {
    let sum: FigureSum
    let orders: [PublishedOrder]

    var body: any HTML {
        TileRow([
            Tile("认定", figure: "\(sum.upheld)", unit: "件", note: "单位说明后成立"),
            Tile("已纠正", figure: "\(sum.corrected)", unit: "件", note: "单位补办后摘牌"),
            Tile(
                "不计入",
                figure: "\(sum.withdrawn + sum.pending)",
                unit: "件",
                note: "撤销\(sum.withdrawn)件，核查中\(sum.pending)件"
            ),
            Tile(
                "监督文书",
                figure: "\(orders.count)",
                unit: "件",
                note: "已纠正\(orders.count { $0.status == .corrected })件"
            ),
        ])
    }
}

/// What findings came to, line by line.
struct FigureTable: Component {
    private let title: String
    private let first: String
    private let rows: [(name: any HTML, figures: [FindingFigure])]

    init(_ title: String, _ first: String, rows: [(name: any HTML, figures: [FindingFigure])]) {
        self.title = title
        self.first = first
        self.rows = rows
    }

    var body: any HTML {
        DataTable(
            title,
            columns: [
                .init(first), .init("认定", .number), .init("已纠正", .number), .init("撤销", .number),
                .init("核查中", .number),
            ],
            rows: rows.map { row in
                let sum = FigureSum(row.figures)
                return DataTable.Row([
                    row.name, "\(sum.upheld)", "\(sum.corrected)", "\(sum.withdrawn)", "\(sum.pending)",
                ])
            }
        )
    }
}

/// Orders as the public reads them, with what came of each.
struct OrderTable: Component {
    let orders: [PublishedOrder]
    let showsAgency: Bool

    var body: any HTML {
        DataTable(
            "监督文书和结果",
            columns: [.init("文书")] + (showsAgency ? [.init("单位")] : []) + [.init("事实和要求"), .init("结果")],
            rows: orders.map { order in
                DataTable.Row(
                    [
                        div {
                            p { order.number }
                            p(.cssClass("quiet")) {
                                "\(order.kind.chinese)，\(order.issuerName)，\(order.issuedOn.chinese)"
                            }
                        }
                    ] + (showsAgency ? [order.agencyName] : []) + [
                        div {
                            p { "\(order.matter)：\(order.facts)（\(order.article)）" }
                            p { "要求：\(order.demand)" }
                        },
                        div {
                            Badge(order.status.chinese, tone: OrderTable.tone(order.status))
                            if let day = order.concludedOn { p { "\(day.chinese)审定。\(order.conclusion ?? "")" } }
                        },
                    ]
                )
            }
        )
    }

    private static func tone(_ status: CorrectionOrder.Status) -> Tone {
        switch status {
        case .corrected: .good
        case .notCorrected: .bad
        case .draft, .issued, .running, .replied: .active
        case .withdrawn: .neutral
        }
    }
}
