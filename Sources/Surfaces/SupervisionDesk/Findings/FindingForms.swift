import HTML
import Kernel
import Supervision

/// What the one who looks may do about a finding now.
struct FindingForms: Component {
    /// What was sent before and refused.
    struct Answer: Sendable {
        var act: SupervisionPath.FindingAct?
        var text = ""
        var fault: String?
    }

    let record: FindingRecord
    let today: Day
    let mayExplain: Bool
    let mayJudge: Bool
    let hidden: [HiddenField]
    let answer: Answer

    var body: any HTML {
        if let fault = answer.fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
        for act in acts {
            Panel(FindingForms.heading(act), anchor: act.rawValue) {
                FormFrame(
                    to: SupervisionPath.finding(record.matter, record.finding.number, act),
                    hidden: hidden
                ) {
                    TextArea(
                        FieldCaption(act.field, label: FindingForms.label(act), hint: hint(act), isRequired: true),
                        value: answer.act == act ? answer.text : "",
                        rows: 4,
                        maxLength: 4_000
                    )
                    ButtonRow { SubmitButton(FindingForms.button(act), weight: FindingForms.weight(act)) }
                }
            }
        }
    }

    private var acts: [SupervisionPath.FindingAct] {
        switch record.finding.status {
        case .open:
            (mayExplain ? [.explain] : []) + (mayJudge ? (isExplanationOver ? [.accept, .withdraw] : [.withdraw]) : [])
        case .explained: mayJudge ? [.accept, .withdraw] : []
        case .accepted: mayJudge ? [.withdraw] : []
        case .withdrawn, .released: []
        }
    }

    private var isExplanationOver: Bool { record.finding.explainBy.map { $0 < today } ?? true }

    private func hint(_ act: SupervisionPath.FindingAct) -> String {
        switch act {
        case .explain:
            if let day = record.finding.explainBy { "请于\(day.chinese)前说明原因和处理情况。" } else { "说明原因和处理情况。" }
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
