import HTML

/// Another number for the own account: first to which number the code shall go, then the code and the password.
struct NumberChangePage: Component {
    let site: HallSite
    let present: String
    /// Typed before.
    let mobile: String
    /// Whether a code was sent to it.
    let isSent: Bool
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        HallFrame(
            "更换手机号",
            of: site,
            part: .own,
            crumbs: [
                Crumb("我的", to: HallPath.own), Crumb("密码与登录设备", to: HallPath.security), Crumb("更换手机号"),
            ]
        ) {
            div(.cssClass("narrow")) {
                h1 { "更换手机号" }
                ErrorSummary(errors)
                if isSent { proving } else { asking }
            }
        }
    }

    private var asking: any HTML {
        Panel("第一步：验证新手机号") {
            DefinitionList([Definition("现在的手机号", present)])
            FormFrame(to: HallPath.mobile, hidden: [token]) {
                MobileField(label: "新手机号", value: mobile, errors: errors)
                ButtonRow { SubmitButton("获取验证码") }
            }
            p(.cssClass("hint")) { "更换后用新手机号登录，名下的申请、来信和代理关系不变；原手机号会收到通知。" }
        }
    }

    @HTMLBuilder private var proving: any HTML {
        AlertBox("验证码已发出", tone: .active) {
            p { "已向该号码发出短信。没有收到的，请一分钟后重新获取；号码已有账号的，短信会另行提示。" + (site.codesNotice ?? "") }
        }
        Panel("第二步：填写验证码和密码") {
            FormFrame(to: HallPath.proof(of: HallPath.mobile), hidden: [token, HiddenField("mobile", mobile)]) {
                DefinitionList([Definition("现在的手机号", present), Definition("新手机号", mobile)])
                TextField(
                    FieldCaption("code", label: "验证码", hint: "六位数字，5 分钟内有效", isRequired: true, errors: errors),
                    autocomplete: "one-time-code",
                    maxLength: 10,
                    width: .short
                )
                TextField(
                    FieldCaption("present", label: "登录密码", isRequired: true, errors: errors),
                    kind: .password,
                    autocomplete: "current-password",
                    maxLength: 200
                )
                ButtonRow { SubmitButton("更换手机号") }
            }
        }
        FormFrame(to: HallPath.mobile, hidden: [token, HiddenField("mobile", mobile)]) {
            ButtonRow {
                SubmitButton("重新获取验证码", weight: .secondary)
                a(.href(HallPath.mobile)) { "换一个号码" }
            }
        }
    }
}
