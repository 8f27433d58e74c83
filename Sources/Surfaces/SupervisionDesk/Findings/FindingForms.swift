import HTML
import Kernel
import Supervision

/// What the one who looks may do about a finding now.
struct FindingForms: Component {
    /// What was sent before and refused.
    struct Answer: Sendable {
        var act: SupervisionPath.FindingAct?
        var text = ""
        var correction: SelfCorrection?
        var fault: String?
    }

    let record: FindingRecord
    let today: Day
    let mayExplain: Bool
    let mayJudge: Bool
    /// Whether no file can be kept, as everything of the party was erased.
    let isPartyErased: Bool
    let hidden: [HiddenField]
    let answer: Answer

    var body: any HTML {
        if let fault = answer.fault { AlertBox(answer.act == nil ? "文件未打开" : "未能记录", tone: .bad) { p { fault } } }
        for act in acts {
            Panel(FindingForms.heading(act), anchor: act.rawValue) {
                FormFrame(
                    to: SupervisionPath.finding(record.matter, record.finding.number, act),
                    hidden: hidden,
                    sendsFiles: act == .explain
                ) {
                    TextArea(
                        FieldCaption(act.field, label: FindingForms.label(act), hint: hint(act), isRequired: true),
                        value: answer.act == act ? answer.text : "",
                        rows: 4,
                        maxLength: 4_000
                    )
                    more(act)
                    ButtonRow { SubmitButton(FindingForms.button(act), weight: FindingForms.weight(act)) }
                }
            }
        }
    }

    /// What an explanation and a judgment hold besides their text.
    @HTMLBuilder private func more(_ act: SupervisionPath.FindingAct) -> any HTML {
        switch act {
        case .explain:
            if isPartyErased {
                p(.cssClass("hint")) {
                    "当事人的个人信息已依法删除（个人信息保护法§47），证明材料不能再随本案留存；请在情况说明中写明材料的名称和存放处，不写当事人的个人信息。"
                }
            } else {
                FileField(
                    FieldCaption(
                        "evidence",
                        label: "证明材料",
                        hint: "最多\(ExplainFinding.mostFiles)个文件，PDF、图片、文书或者表格；退回修改时请重新选择。"
                    ),
                    accept: ".pdf,.ofd,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx",
                    allowsSeveral: true
                )
            }
            details(.open(answer.correction != nil)) {
                summary { "本单位已自查自纠（选填）" }
                p(.cssClass("hint")) { "期限内提交、经监察认可的，效能评估时减轻扣分。填写的，三项都要写。" }
                for part in SelfCorrection.Part.allCases {
                    TextArea(
                        FieldCaption(part.rawValue, label: part.chinese),
                        value: answer.correction?[part] ?? "",
                        rows: 2,
                        maxLength: 4_000
                    )
                }
            }
        case .accept:
            if record.finding.creditable != nil {
                ChoiceField(
                    FieldCaption("selfCorrected", label: "自查自纠"),
                    choices: [Choice("1", "认可单位自查自纠", hint: "效能评估时减轻扣分。")],
                    kind: .several
                )
            }
        case .withdraw: NoHTML()
        }
    }

    private var acts: [SupervisionPath.FindingAct] {
        switch record.finding.status {
        case .open:
            (mayExplain ? [.explain] : []) + (mayJudge ? (isExplanationOver ? [.accept, .withdraw] : [.withdraw]) : [])
        case .lapsed: (mayExplain ? [.explain] : []) + (mayJudge ? [.accept, .withdraw] : [])
        case .explained: mayJudge ? [.accept, .withdraw] : []
        case .accepted: mayJudge ? [.withdraw] : []
        case .withdrawn, .released: []
        }
    }

    private var isExplanationOver: Bool { record.finding.explainBy.map { $0 < today } ?? true }

    private func hint(_ act: SupervisionPath.FindingAct) -> String {
        switch act {
        case .explain:
            if record.finding.lapse != nil {
                "说明期限已过，已记为逾期未说明；仍可补充说明，由监察审定。"
            } else if let day = record.finding.explainBy {
                "请于\(day.chinese)前说明原因和处理情况。"
            } else {
                "说明原因和处理情况。"
            }
        case .accept: "该信息成立并就此了结，计入单位的监察记录。"
        case .withdraw: "该信息不成立：记录保留，不扣分。"
        }
    }

    private static func heading(_ act: SupervisionPath.FindingAct) -> String {
        switch act {
        case .explain: "单位说明"
        case .accept: "审定"
        case .withdraw: "撤销"
        }
    }

    private static func label(_ act: SupervisionPath.FindingAct) -> String {
        switch act {
        case .explain: "情况说明"
        case .accept: "审定意见"
        case .withdraw: "撤销理由"
        }
    }

    private static func button(_ act: SupervisionPath.FindingAct) -> String {
        switch act {
        case .explain: "提交说明"
        case .accept: "认定成立"
        case .withdraw: "撤销该信息"
        }
    }

    private static func weight(_ act: SupervisionPath.FindingAct) -> SubmitButton.Weight {
        switch act {
        case .explain, .accept: .primary
        case .withdraw: .secondary
        }
    }
}
