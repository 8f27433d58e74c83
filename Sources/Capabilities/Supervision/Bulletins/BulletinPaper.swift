package import Documents
package import Kernel

extension BulletinRecord {
    /// The bulletin as a paper (月度通报、季度通报).
    ///
    /// - Parameters:
    ///   - day: when it was published.
    ///   - isDemonstration: whether it says that nothing in it is real.
    /// - Returns: figures, orders and scores, each with its heading; what is empty is left out.
    /// - Source: GB/T 9704-2012 §10.1 (letter form).
    package func paper(on day: Day, isDemonstration: Bool) -> DocumentContent {
        let title = "\(period.chinese)行政权力运行监督通报"
        let sum = FigureSum(figures)
        let demonstration: [DocumentBlock] =
            isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        return DocumentContent(
            metadataTitle: title,
            created: Instant(day),
            blocks: [
                .letterhead(Letterhead(form: .letter, name: "\(divisionName)行政权力运行监察", number: nil)), .title(title),
            ] + demonstration + [
                .paragraph(
                    "期间发出的监察信息，经单位说明和核实，认定\(sum.upheld)件，单位补办后摘牌\(sum.corrected)件；不成立而撤销\(sum.withdrawn)件，尚在核查\(sum.pending)件，均不计入单位。监督文书\(orders.count)件，其中已纠正\(orders.count { $0.status == .corrected })件。"
                )
            ] + sections + [.signature(SignatureBlock(agency: divisionName, day: day, seal: nil))]
        )
    }

    private var sections: [DocumentBlock] {
        let all: [(title: String, blocks: [DocumentBlock])] = [
            ("各单位监察信息", figures.isEmpty ? [] : [.table(agencyTable)]),
            ("监督内容", figures.isEmpty ? [] : [.table(dimensionTable)]),
            ("监督文书和结果", orders.flatMap(blocks)),
            ("各单位效能得分", standings.isEmpty ? [] : [.table(standingTable)]),
            ("零办件单位及其说明", (zeroMonths ?? []).isEmpty ? [] : [.table(zeroTable)]),
        ]
        return all.filter { !$0.blocks.isEmpty }.enumerated().flatMap { index, section in
            [.heading("\(["一", "二", "三", "四", "五"][index])、\(section.title)")] + section.blocks
        }
    }

    private static let outcomes: [DocumentTable.Column] = [
        .init(title: "认定", share: 2), .init(title: "已纠正", share: 2), .init(title: "撤销", share: 2),
        .init(title: "核查中", share: 2),
    ]

    private static func cells(_ figures: [FindingFigure]) -> [String] {
        let sum = FigureSum(figures)
        return ["\(sum.upheld)", "\(sum.corrected)", "\(sum.withdrawn)", "\(sum.pending)"]
    }

    private var agencyTable: DocumentTable {
        DocumentTable(
            columns: [.init(title: "单位", share: 5)] + BulletinRecord.outcomes + [
                .init(title: "其中红牌", share: 2), .init(title: "其中黄牌", share: 2),
            ],
            rows: agencies.map { agency in
                let count = { (level: FindingLevel) in "\(FigureSum(agency.figures.filter { $0.level == level }).held)"
                }
                return [agency.name] + BulletinRecord.cells(agency.figures) + [count(.redCard), count(.yellowCard)]
            }
        )
    }

    private var dimensionTable: DocumentTable {
        DocumentTable(
            columns: [.init(title: "监督内容", share: 5)] + BulletinRecord.outcomes,
            rows: Dimension.allCases.compactMap { dimension in
                let figures = figures.filter { $0.dimension == dimension }
                return figures.isEmpty ? nil : [dimension.chinese] + BulletinRecord.cells(figures)
            }
        )
    }

    private var standingTable: DocumentTable {
        DocumentTable(
            columns: [
                .init(title: "单位", share: 6), .init(title: period.months.count > 1 ? "平均得分" : "得分", share: 2),
                .init(title: "等次", share: 2), .init(title: "审定月份", share: 2),
            ],
            rows: standings.map { [$0.agencyName, ScoreResult.text($0.mean), $0.grade, "\($0.months)"] }
        )
    }

    private var zeroTable: DocumentTable {
        DocumentTable(
            columns: [
                .init(title: "月份", share: 2), .init(title: "单位", share: 4), .init(title: "持有事项", share: 2),
                .init(title: "连续月份", share: 2), .init(title: "单位说明", share: 6),
            ],
            rows: (zeroMonths ?? []).map { zero in
                [
                    zero.month.chinese, zero.agencyName, "\(zero.powers)", "\(zero.inARow)",
                    zero.explanation ?? "尚未说明",
                ]
            }
        )
    }

    private func blocks(_ order: PublishedOrder) -> [DocumentBlock] {
        let outcome = order.concludedOn.map { "\($0.chinese)\(order.status.chinese)" } ?? order.status.chinese
        return [
            .paragraph(
                "\(order.number) \(order.kind.chinese)，\(order.issuedOn.chinese)发\(order.agencyName)（\(order.matter)）：\(order.facts)（\(order.article)）要求：\(order.demand)结果：\(outcome)。\(order.conclusion ?? "")"
            )
        ]
    }
}
