import HTML
import WebServer

/// Name and password.
struct SignInPage: Component {
    let name: String
    /// Where to go on afterwards.
    let from: String
    let refusal: String?
    let token: HiddenField
    /// Whether the government has an identity provider.
    let hasProvider: Bool
    /// The accounts of a demonstration, each with its role; empty elsewhere.
    let hints: [String]

    var body: any HTML {
        div(.cssClass("narrow")) {
            h1 { "工作人员登录" }
            if let refusal { AlertBox(refusal, tone: .bad) }
            if hasProvider {
                Panel("统一身份认证") {
                    p { "使用本单位统一身份认证的账号登录，登录后回到本系统。" }
                    ButtonRow { LinkButton("统一身份认证登录", to: WorkspacePath.provider(from: from)) }
                }
            }
            Panel("账号登录") {
                FormFrame(to: WorkspacePath.signIn, hidden: [token, HiddenField("from", from)]) {
                    TextField(
                        FieldCaption("name", label: "用户名", isRequired: true),
                        value: name,
                        autocomplete: "username",
                        maxLength: 60
                    )
                    TextField(
                        FieldCaption("password", label: "密码", isRequired: true),
                        kind: .password,
                        autocomplete: "current-password",
                        maxLength: 200
                    )
                    ButtonRow { SubmitButton("登录") }
                }
                p(.cssClass("hint")) { "连续输错密码，账号将被临时锁定。忘记密码请联系本单位系统管理员。" }
            }
            if !hints.isEmpty {
                Panel("演示账号") { ul { for hint in hints { li { hint } } } }
            }
        }
    }
}
