import Casework
import HTML
import Kernel

/// One batch: how far it is, and what became of each case.
struct BatchRunPage: Component {
    let batch: CaseBatch
    /// Whether it is being worked through now.
    let isUnderWay: Bool
    let token: HiddenField

    /// After so many seconds the page of an unfinished batch asks again.
    static let renewal = 2

    var body: any HTML {
        h1 { "批量办理：\(batch.label)" }
        p(.cssClass("hint")) { "\(batch.startedAt.minuteText) 开始，共 \(batch.rows.count) 件，已处理 \(batch.handled) 件。" }
        state
        div(.cssClass("tiles")) {
            Tile("已办理", figure: "\(batch.done.count)", unit: "件", tone: .good)
            Tile("同事已先办理", figure: "\(overtaken)", unit: "件", tone: overtaken > 0 ? .caution : nil)
            Tile("不能办理", figure: "\(refused)", unit: "件", tone: refused > 0 ? .bad : nil)
            Tile("未处理", figure: "\(batch.rows.count - batch.handled)", unit: "件")
        }
        undo
        DataTable(
            "逐件结果",
            columns: [.init("办件编号"), .init("序号", .number), .init("结果"), .init("说明")],
            rows: batch.rows.enumerated().map { place, row in
                DataTable.Row([
                    a(.href(WorkspacePath.caseFile(row.number))) { row.number }, "\(place + 1)",
                    Badge(row.outcome?.chinese ?? "未处理", tone: row.outcome?.tone ?? .neutral), row.outcome?.words ?? "",
                ])
            }
        )
        p { a(.href(WorkspacePath.desk)) { "返回办案工作台" } }
    }

    private var overtaken: Int {
        batch.rows.count { if case .overtaken? = $0.outcome { true } else { false } }
    }

    private var refused: Int {
        batch.rows.count { if case .refused? = $0.outcome { true } else { false } }
    }

    @HTMLBuilder
    private var state: any HTML {
        if batch.isFinished {
            AlertBox("全部处理完毕", tone: overtaken + refused > 0 ? .caution : .good) {
                if batch.done.count > 0 { p { "应当送达的文书由系统随后制作，在各件的“文书”中查看。结果保留 30 日；办理经过永久留在各件之中。" } }
            }
        } else if isUnderWay {
            AlertBox("正在逐件办理") { p { "本页自动更新，可以离开，稍后再来查看。" } }
        } else {
            AlertBox("办理中断，余下的没有办理", tone: .caution) {
                FormFrame(to: WorkspacePath.continueBatch(batch.id), hidden: [token]) {
                    ButtonRow { SubmitButton("继续办理余下的 \(batch.rows.count - batch.handled) 件") }
                }
            }
        }
    }

    @HTMLBuilder
    private var undo: any HTML {
        if batch.isFinished, !batch.done.isEmpty, let inverse = BatchAct(batch.act)?.inverse {
            FormFrame(
                to: WorkspacePath.chooseBatch,
                hidden: [token, HiddenField(BatchForm.only, inverse.code)]
                    + batch.done.map { HiddenField(BatchForm.ticked, $0.number) }
            ) {
                ButtonRow { SubmitButton("对已办理的 \(batch.done.count) 件：\(inverse.verb.chinese)", weight: .secondary) }
            }
        }
    }
}

extension CaseBatch.Outcome {
    fileprivate var chinese: String {
        switch self {
        case .done: "已办理"
        case .overtaken: "未动"
        case .refused: "不能办理"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .done: .good
        case .overtaken: .caution
        case .refused: .bad
        }
    }

    fileprivate var words: String {
        switch self {
        case .done: ""
        case .overtaken(let words), .refused(let words): words
        }
    }
}
