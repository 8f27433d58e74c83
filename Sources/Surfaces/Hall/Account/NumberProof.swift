import Access
import HTML

/// The two ways that begin with a code to one's number: registering, and a forgotten password.
enum NumberProof: Sendable {
    case register, recover

    var title: String {
        switch self {
        case .register: "注册"
        case .recover: "忘记密码"
        }
    }

    var path: String {
        switch self {
        case .register: HallPath.register
        case .recover: HallPath.recover
        }
    }

    var purpose: CodePurpose {
        switch self {
        case .register: .register
        case .recover: .recover
        }
    }
}

/// First half: to which number the code shall go.
struct NumberPage: Component {
    let site: HallSite
    let proof: NumberProof
    let mobile: String
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        HallFrame(proof.title, of: site, part: .own, crumbs: [Crumb("登录", to: HallPath.signIn), Crumb(proof.title)]) {
            div(.cssClass("narrow")) {
                h1 { proof.title }
                ErrorSummary(errors)
                Panel("第一步：验证手机号") {
                    FormFrame(to: proof.path, hidden: [token]) {
                        MobileField(value: mobile, errors: errors)
                        ButtonRow { SubmitButton("获取验证码") }
                    }
                    explanation
                }
            }
        }
    }

    @HTMLBuilder private var explanation: any HTML {
        switch proof {
        case .register:
            p(.cssClass("hint")) {
                "手机号只用于登录和接收验证码，加密保存；您可以随时注销账号并删除手机号。不想提供的，可以不注册，凭查询码办事（个人信息保护法第十六条、第十七条）。"
            }
        case .recover: p(.cssClass("hint")) { "验证码发到注册时的手机号；设置新密码后，所有设备上的登录都会退出。" }
        }
    }
}

/// Second half: the code that was sent, and the password.
struct ProofPage: Component {
    let site: HallSite
    let proof: NumberProof
    let mobile: String
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        HallFrame(proof.title, of: site, part: .own, crumbs: [Crumb("登录", to: HallPath.signIn), Crumb(proof.title)]) {
            div(.cssClass("narrow")) {
                h1 { proof.title }
                ErrorSummary(errors)
                AlertBox("验证码已发出", tone: .active) { p { notice } }
                Panel("第二步：填写验证码和密码") {
                    FormFrame(to: HallPath.proof(of: proof.path), hidden: [token, HiddenField("mobile", mobile)]) {
                        DefinitionList([Definition("手机号", mobile)])
                        TextField(
                            FieldCaption("code", label: "验证码", hint: "六位数字，5 分钟内有效", isRequired: true, errors: errors),
                            autocomplete: "one-time-code",
                            maxLength: 10,
                            width: .short
                        )
                        NewPasswordFields(errors: errors)
                        ButtonRow { SubmitButton(submit) }
                    }
                }
                FormFrame(to: proof.path, hidden: [token, HiddenField("mobile", mobile)]) {
                    ButtonRow {
                        SubmitButton("重新获取验证码", weight: .secondary)
                        a(.href(proof.path)) { "换一个号码" }
                    }
                }
            }
        }
    }

    private var submit: String {
        switch proof {
        case .register: "注册并登录"
        case .recover: "设置新密码"
        }
    }

    /// The same whether or not the number has an account.
    private var notice: String {
        let usual =
            switch proof {
            case .register: "已向该号码发出短信。没有收到的，请一分钟后重新获取；号码已经注册的，短信会提示直接登录。"
            case .recover: "号码已注册的，会收到验证码短信。没有收到的，请核对号码，或者一分钟后重新获取。"
            }
        return usual + (site.codesNotice ?? "")
    }
}

/// A new password, typed twice.
struct NewPasswordFields: Component {
    let errors: [FieldError]

    var body: any HTML {
        TextField(
            FieldCaption(
                "new",
                label: "设置密码",
                hint: "不少于 10 位，大写字母、小写字母、数字、符号至少三种，不含手机号",
                isRequired: true,
                errors: errors
            ),
            kind: .password,
            autocomplete: "new-password",
            maxLength: 200
        )
        TextField(
            FieldCaption("again", label: "再输一次密码", isRequired: true, errors: errors),
            kind: .password,
            autocomplete: "new-password",
            maxLength: 200
        )
    }
}
