import HTML

/// Number and password.
struct SignInPage: Component {
    let site: HallSite
    let mobile: String
    /// Where to go on afterwards.
    let from: String
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame("登录", of: site, part: .own, crumbs: [Crumb("登录")], messages: messages) {
            div(.cssClass("narrow")) {
                h1 { "登录" }
                ErrorSummary(errors)
                Panel("手机号登录") {
                    FormFrame(to: HallPath.signIn, hidden: [token, HiddenField("from", from)]) {
                        MobileField(value: mobile, errors: errors)
                        TextField(
                            FieldCaption("password", label: "密码", isRequired: true, errors: errors),
                            kind: .password,
                            autocomplete: "current-password",
                            maxLength: 200
                        )
                        ButtonRow {
                            SubmitButton("登录")
                            a(.href(HallPath.recover)) { "忘记密码" }
                        }
                    }
                }
                Panel("还没有账号") {
                    p { "注册后可以集中查看自己的办件，申请时不必重复填写；受单位委托的，可以代单位办理。" }
                    ButtonRow { LinkButton("注册", to: HallPath.register, weight: .secondary) }
                    p(.cssClass("hint")) {
                        "不注册也能办事：直接"
                        a(.href(HallPath.items)) { "找事项申请" }
                        "，凭回执上的号码"
                        a(.href(HallPath.follow)) { "查询办件" }
                        "。"
                    }
                }
            }
        }
    }
}

/// Asks for a mobile number.
struct MobileField: Component {
    var label = "手机号"
    var value = ""
    var errors: [FieldError] = []

    var body: any HTML {
        TextField(
            FieldCaption("mobile", label: label, hint: "11 位数字", isRequired: true, errors: errors),
            value: value,
            kind: .tel,
            autocomplete: "tel-national",
            maxLength: 20,
            width: .half
        )
    }
}
