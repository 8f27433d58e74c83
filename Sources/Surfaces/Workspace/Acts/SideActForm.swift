import HTML
import WebServer

/// A form beside the steps: suspend, resume, prolong, return.
struct SideActForm: Component {
    enum Kind: Sendable {
        case suspend(grounds: [Choice])
        case resume
        case prolong(by: String)
        case returning(targets: [Choice])
    }

    let kind: Kind
    let address: String
    let prefix: String
    let label: String
    let hidden: [HiddenField]
    let posts: [Choice]
    let typed: TypedForm

    var body: any HTML {
        details(.cssClass("act side"), .open(typed.isOpen(prefix))) {
            summary { label }
            FormFrame(to: address, hidden: hidden) {
                if posts.count > 1 {
                    ChoiceField(
                        caption("post", "以何岗位办理", ""),
                        choices: posts,
                        chosen: Set(typed.all("post", in: prefix))
                    )
                }
                fields
                ButtonRow { SubmitButton("确认：\(label)", weight: .secondary) }
            }
        }
    }

    @HTMLBuilder
    private var fields: any HTML {
        switch kind {
        case .suspend(let grounds): SuspensionFields(prefix: prefix, grounds: grounds, typed: typed)
        case .resume: area("note", "恢复说明", "自次日起恢复计时")
        case .prolong(let period): area("reasons", "延长理由", "可延长\(period)，以一次为限；不少于 10 个字，告知申请人（行政许可法§42）")
        case .returning(let targets):
            SelectField(
                caption("to", "退回到", ""),
                choices: targets,
                chosen: typed.value("to", in: prefix).isEmpty ? nil : typed.value("to", in: prefix)
            )
            area("reasons", "退回理由", "之后的环节需要重新办理")
        }
    }

    private func area(_ name: String, _ label: String, _ hint: String) -> TextArea {
        TextArea(caption(name, label, hint), value: typed.value(name, in: prefix), rows: 2, maxLength: 4_000)
    }

    private func caption(_ name: String, _ label: String, _ hint: String) -> FieldCaption {
        FieldCaption(
            "\(prefix)-\(name)",
            label: label,
            hint: hint,
            isRequired: true,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }
}
