import Access
import Directory
import HTML
import Kernel

/// The own tokens for programs: what there is, and a new one.
struct TokensPage: Component {
    let principal: Principal
    let tokens: [AccessToken]
    /// The text of a token just made; it is shown this once.
    let issued: TokenText?
    let refusal: String?
    let errors: [FieldError]
    let values: TokenFields
    let today: Day
    let token: HiddenField

    var body: any HTML {
        h1 { "接口令牌" }
        if let refusal { AlertBox(refusal, tone: .bad) }
        if let issued { shown(issued) }
        Panel("已签发的令牌") {
            if tokens.isEmpty {
                p(.cssClass("quiet")) { "没有接口令牌。" }
            } else {
                DataTable("已签发的令牌", columns: TokensPage.columns, rows: tokens.map(row))
            }
        }
        Panel("签发令牌", anchor: "issue") {
            if principal.posts.isEmpty {
                p { "接口令牌由在岗工作人员为本人的岗位签发；您没有岗位。" }
            } else {
                form
            }
        }
    }

    private func shown(_ text: TokenText) -> any HTML {
        Panel("新令牌") {
            AlertBox("请立即把下面的令牌交给系统管理人员保存：离开本页后不再显示。", tone: .caution)
            p { Element("code") { text.text } }
        }
    }

    private var form: any HTML {
        FormFrame(to: WorkspacePath.tokens, hidden: [token]) {
            p {
                "持有令牌的系统以您的身份、从所选岗位办理，由您负责；您的证件、岗位当日失效的，令牌即不能办理。"
                a(.href("/api")) { "接口说明" }
            }
            TextField(
                caption("purpose", "用途", hint: "哪个系统使用，如：县市场监管局审批平台"),
                value: values.purpose,
                maxLength: AccessStore.longestTokenPurpose
            )
            SelectField(
                caption("post", "岗位"),
                choices: principal.posts.map { Choice($0.id.text, $0.name) },
                chosen: values.post
            )
            ChoiceField(
                caption("scope", "范围"),
                choices: TokenScope.allCases.map { Choice("\($0.rawValue)", $0.chinese) },
                chosen: [values.scope],
                layout: .line
            )
            TextField(
                caption("lastDay", "有效期止", hint: "至多一年"),
                value: values.lastDay,
                kind: .date,
                width: .short
            )
            TextField(
                caption("present", "现在的密码"),
                kind: .password,
                autocomplete: "current-password",
                maxLength: 200
            )
            ButtonRow { SubmitButton("签发令牌") }
        }
    }

    private func caption(_ name: String, _ label: String, hint: String = "") -> FieldCaption {
        FieldCaption(name, label: label, hint: hint, isRequired: true, errors: errors)
    }

    private static let columns: [DataTable.Column] = [
        .init("用途"), .init("岗位"), .init("范围"), .init("签发时间"), .init("有效期止"), .init("最近使用"), .init("状态"),
        .init("", .action),
    ]

    private func row(_ token: AccessToken) -> DataTable.Row {
        let standing = token.standing(on: today)
        let post = principal.posts.first { $0.id == token.post }?.name ?? "已不任职"
        return DataTable.Row([
            token.purpose, post, token.scope.chinese, token.issuedAt.minuteText, token.lastDay.description,
            token.lastUsedAt?.minuteText ?? "未使用", badge(standing),
            standing == .valid ? revoke(token) : NoHTML(),
        ])
    }

    private func badge(_ standing: AccessToken.Standing) -> any HTML {
        switch standing {
        case .valid: Badge("有效", tone: .good)
        case .expired: Badge("已到期", tone: .neutral)
        case .revoked(let moment): Badge("\(moment.minuteText)撤销", tone: .neutral)
        }
    }

    private func revoke(_ shown: AccessToken) -> any HTML {
        FormFrame(to: WorkspacePath.revokeToken, hidden: [token, HiddenField("id", shown.id.text)]) {
            SubmitButton("撤销", weight: .secondary)
        }
    }
}

/// What was typed into the form of a new token.
struct TokenFields: Hashable, Sendable {
    var purpose = ""
    var post: String?
    var scope = "\(TokenScope.read.rawValue)"
    var lastDay = ""
}
