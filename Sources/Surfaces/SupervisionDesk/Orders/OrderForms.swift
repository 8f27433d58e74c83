import HTML
import Kernel
import Supervision

/// What the one who looks may do about an order now.
struct OrderForms: Component {
    /// What was sent before and refused.
    struct Answer: Sendable {
        var act: OrderAct?
        var text = ""
        var fault: String?
    }

    let record: OrderRecord
    let mayExplain: Bool
    let mayJudge: Bool
    let hidden: [HiddenField]
    let answer: Answer

    var body: any HTML {
        if let fault = answer.fault { AlertBox("未能记录", tone: .bad) { p { fault } } }
        for act in OrderAct.open(record.order) where act.isJudging ? mayJudge : mayExplain {
            Panel(heading(act), anchor: act.rawValue) {
                FormFrame(to: SupervisionPath.order(record.id, act), hidden: hidden) { fields(act) }
            }
        }
        if mayJudge, record.terms.kind == .opinion, record.order.status == .notCorrected {
            ButtonRow {
                LinkButton(
                    "制发监督决定书",
                    to: record.complaint.map { SupervisionPath.complaint($0, follows: record.id) }
                        ?? SupervisionPath.draftOrder(record.terms.matter, record.terms.finding, follows: record.id)
                )
            }
        }
    }

    @HTMLBuilder private func fields(_ act: OrderAct) -> any HTML {
        switch act {
        case .cosign:
            p { "由拟制人以外的另一名持行政执法监督证的人员签署，签署后编号发出。" }
            ButtonRow { SubmitButton("会签并发出") }
        case .receive:
            p { "整改时限自签收之日的次日起算。" }
            ButtonRow { SubmitButton("签收") }
        case .reply:
            text(act, "整改情况", "写明采取的措施和结果。")
            TextField(
                FieldCaption("acts", label: "办理序号", hint: "在本办件中所作纠正的序号，以顿号或者逗号分开；没有的不填。"),
                value: ""
            )
            ButtonRow { SubmitButton("报告") }
        case .object:
            text(act, "复查理由", "收到之日起\(record.terms.limits.objection.chinese)内提出，期间不停止执行。")
            ButtonRow { SubmitButton("申请复查", weight: .secondary) }
        case .answer:
            text(act, "复查意见", "异议成立的，该文书撤回。")
            ButtonRow {
                SubmitButton("维持", choice: ("outcome", "kept"))
                SubmitButton("异议成立", weight: .secondary, choice: ("outcome", "upheld"))
            }
        case .conclude:
            text(act, outcomes == [.withdrawn] ? "撤回理由" : "审定意见", "")
            ButtonRow {
                for outcome in outcomes {
                    SubmitButton(
                        OrderForms.button(outcome),
                        weight: outcome == .withdrawn ? .secondary : .primary,
                        choice: ("outcome", outcome.rawValue)
                    )
                }
            }
        }
    }

    private func text(_ act: OrderAct, _ label: String, _ hint: String) -> TextArea {
        TextArea(
            FieldCaption("\(act.rawValue)-text", label: label, hint: hint, isRequired: true),
            value: answer.act == act ? answer.text : "",
            rows: 4,
            maxLength: 4_000
        )
    }

    /// Before there is something to judge, the order can only be taken back.
    private func heading(_ act: OrderAct) -> String {
        act == .conclude && outcomes == [.withdrawn] ? OrderForms.button(.withdrawn) : act.heading
    }

    private static func button(_ outcome: OrderOutcome) -> String {
        switch outcome {
        case .corrected: "认定已纠正"
        case .notCorrected: "认定未纠正"
        case .withdrawn: "撤回该文书"
        }
    }

    private var outcomes: [OrderOutcome] {
        switch record.order.status {
        case .replied: [.corrected, .notCorrected, .withdrawn]
        case .running: record.order.overdue.contains(.reply) ? [.notCorrected, .withdrawn] : [.withdrawn]
        case .draft, .issued: [.withdrawn]
        case .corrected, .notCorrected, .withdrawn: []
        }
    }
}
