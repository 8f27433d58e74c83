import Kernel
import Supervision

extension ScorePage {
    /// The standings as lines.
    var sheet: DeskSheet {
        DeskSheet(
            title: "\(month.chinese)\(kind.chinese)得分",
            columns: [kind.chinese, "得分", "等次"] + draft.scheme.parts.map(\.title) + ["加分", "扣分事实"],
            rows: standings.map { entry in
                [entry.sheet.name, ScoreResult.text(entry.result.total), entry.result.grade]
                    + entry.result.parts.map { ScoreResult.text($0.hundredths) }
                    + [
                        ScoreResult.text(entry.result.bonus),
                        "\(entry.sheet.costly(under: draft.scheme, without: scores.struck))",
                    ]
            },
            figures: ScoreFigure.all(draft.scheme, month)
        )
    }
}

extension ScoreSheetPage {
    /// The facts of the sheet as lines.
    var workbook: DeskSheet {
        let parts = Dictionary(draft.scheme.parts.map { ($0.id, $0.title) }) { first, _ in first }
        return DeskSheet(
            title: "\(sheet.name)扣分事实",
            columns: ["日期", "事实", "办件", "计入", "扣分"],
            rows: charged.map { line, charge in
                [
                    line.fact.on.description, line.fact.text, line.fact.caseNumber, parts[line.part] ?? line.part,
                    charge.chinese,
                ]
            },
            figures: ScoreFigure.all(draft.scheme, month)
        )
    }
}

extension ScoreSheet.Charge {
    /// The points it costs, or why it costs none.
    var chinese: String {
        switch self {
        case .taken(let hundredths): ScoreResult.text(hundredths)
        case .struck: "0（异议成立）"
        case .counted(let number, let every): "0（每满\(every)项扣分，第\(number)项）"
        }
    }
}
