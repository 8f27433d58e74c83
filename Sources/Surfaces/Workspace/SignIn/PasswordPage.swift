import HTML
import WebServer

/// Changes the own password.
struct PasswordPage: Component {
    let mustChange: Bool
    let errors: [FieldError]
    let refusal: String?
    let token: HiddenField

    var body: any HTML {
        div(.cssClass("narrow")) {
            h1 { "修改密码" }
            if mustChange { AlertBox("首次登录或者密码到期，请先修改密码", tone: .caution) }
            if let refusal { AlertBox(refusal, tone: .bad) }
            ErrorSummary(errors)
            Panel("新密码") {
                FormFrame(to: WorkspacePath.password, hidden: [token]) {
                    field("present", "现在的密码", "current-password")
                    field("new", "新密码", "new-password", hint: "至少 10 位，含大写字母、小写字母、数字、符号中的三种，不含用户名")
                    field("again", "再输一次新密码", "new-password")
                    ButtonRow { SubmitButton("修改") }
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ autocomplete: String, hint: String = "") -> TextField {
        TextField(
            FieldCaption(name, label: label, hint: hint, isRequired: true, errors: errors),
            kind: .password,
            autocomplete: autocomplete,
            maxLength: 200
        )
    }
}
