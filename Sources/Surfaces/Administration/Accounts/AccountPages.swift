import Access
import HTML
import Kernel

/// The accounts of the staff, and a new one.
struct AccountListPage: Component {
    let visit: Visit
    let records: [AccountRecord]
    let search: String

    var body: any HTML {
        AdministrationFrame("账号与角色", visit, part: .accounts, crumbs: [Crumb("账号与角色")]) {
            h1 { "账号与角色" }
            SearchBox(to: AdministrationPath.accounts, label: "用户名或者姓名", value: search, hint: "用户名或者姓名")
            DataTable(
                "账号（\(records.count)个）",
                columns: [.init("用户名"), .init("姓名"), .init("角色"), .init("状态")],
                rows: records.map { record in
                    let account = record.account
                    return DataTable.Row([
                        a(.href(AdministrationPath.account(account.id))) { account.signInName.text },
                        account.displayName, record.grants.map(\.role.chinese).joined(separator: "、"),
                        account.isDisabled ? Badge("停用", tone: .bad) : Badge("启用", tone: .good),
                    ])
                }
            )
            if visit.may(AdministrationAccess.keepingAccounts) { form }
        }
    }

    private var form: any HTML {
        Panel("建立账号") {
            FormFrame(to: AdministrationPath.accounts, hidden: [visit.token]) {
                TextField(
                    FieldCaption("officer", label: "人员编号", hint: "机构人员页上的编号", isRequired: true),
                    maxLength: 40
                )
                TextField(FieldCaption("name", label: "用户名", isRequired: true), autocomplete: "off", maxLength: 60)
                TextField(
                    FieldCaption("password", label: "初始密码", hint: "首次登录时须修改", isRequired: true),
                    kind: .password,
                    autocomplete: "new-password",
                    maxLength: 200
                )
                ButtonRow { SubmitButton("建立账号") }
            }
        }
    }
}

/// One account: its roles, its standing, where it is signed in.
struct AccountAdminPage: Component {
    let visit: Visit
    let record: AccountRecord
    let factor: FactorStanding
    /// The government's identity provider, if it has one.
    let provider: ProviderSettings?
    let identities: [ProviderIdentity]
    let devices: [DeviceRecord]

    private var account: Account { record.account }

    var body: any HTML {
        AdministrationFrame(account.signInName.text, visit, part: .accounts, crumbs: crumbs) {
            h1 { "账号 \(account.signInName.text)" }
            Panel("基本情况") {
                DefinitionList([
                    Definition("姓名", account.displayName), Definition("状态", account.isDisabled ? "停用" : "启用"),
                    Definition("动态口令", factorWords),
                    Definition("统一身份", identityWords),
                    Definition(
                        "角色",
                        record.grants.isEmpty ? "无" : record.grants.map(AccountAdminPage.words).joined(separator: "；")
                    ),
                ])
            }
            if account.id == visit.principal.account {
                AlertBox("不得更改自己的账号。", tone: .caution)
            } else {
                if visit.may(AdministrationAccess.granting) { roles }
                if visit.may(AdministrationAccess.keepingAccounts) {
                    standing
                    if let provider { linking(provider) }
                }
            }
            Panel("最近登录") {
                DataTable(
                    "最近登录",
                    columns: [.init("登录时间"), .init("最近使用"), .init("退出时间"), .init("来源地址"), .init("设备")],
                    rows: devices.map { device in
                        DataTable.Row([
                            device.began.minuteText, device.lastUsed.minuteText, device.ended?.minuteText ?? "未退出",
                            device.address, device.device,
                        ])
                    },
                    showsTitle: false
                )
            }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb("账号与角色", to: AdministrationPath.accounts), Crumb(account.signInName.text)]
    }

    private var factorWords: String {
        switch factor {
        case .none, .offered: "未启用"
        case .confirmed(let left): "已启用，恢复码剩余\(left)个"
        }
    }

    private var identityWords: String {
        let words = identities.map { "\($0.claim)=\($0.value)（\($0.issuer)）" }
        return words.isEmpty ? "未关联" : words.joined(separator: "；")
    }

    private func linking(_ provider: ProviderSettings) -> any HTML {
        Panel("统一身份认证") {
            p { "关联后，本人可由统一身份认证登录。登录本身不会新建账号，也不会更改角色。" }
            FormFrame(to: AdministrationPath.account(account.id, "identity"), hidden: [visit.token]) {
                TextField(
                    FieldCaption(
                        "identity",
                        label: "统一身份标识",
                        hint: "登录凭证中声明“\(provider.claim)”的值，向统一身份认证的管理单位查询",
                        isRequired: true
                    ),
                    autocomplete: "off",
                    maxLength: 255
                )
                ButtonRow { SubmitButton(identities.isEmpty ? "关联" : "改为关联") }
            }
        }
    }

    private var roles: any HTML {
        Panel("角色") {
            p { "系统、安全、审计三员由三人分别担任，且不兼任业务角色。变更自下一次操作起生效。" }
            FormFrame(to: AdministrationPath.account(account.id, "roles"), hidden: [visit.token]) {
                div(.cssClass("role-grid")) {
                    for role in Role.allCases {
                        SelectField(
                            FieldCaption(role.rawValue, label: role.chinese),
                            choices: [Choice("", "不授予")]
                                + Scope.allCases.reversed().map { Choice("\($0.rawValue)", AccountAdminPage.name($0)) },
                            chosen: record.grants.first { $0.role == role }.map { "\($0.scope.rawValue)" } ?? ""
                        )
                    }
                }
                ButtonRow { SubmitButton("保存角色") }
            }
        }
    }

    private var standing: any HTML {
        Panel("账号状态") {
            FormFrame(to: AdministrationPath.account(account.id, "standing"), hidden: [visit.token]) {
                ButtonRow {
                    if account.isDisabled {
                        SubmitButton("启用账号", choice: (name: "act", value: "enable"))
                    } else {
                        SubmitButton("停用账号", weight: .warning, choice: (name: "act", value: "disable"))
                    }
                    SubmitButton("强制下线", weight: .secondary, choice: (name: "act", value: "revoke"))
                    if !identities.isEmpty {
                        SubmitButton("解除统一身份关联", weight: .secondary, choice: (name: "act", value: "unlink"))
                    }
                    SubmitButton("解除动态口令", weight: .secondary, choice: (name: "act", value: "factor"))
                }
            }
            FormFrame(to: AdministrationPath.account(account.id, "password"), hidden: [visit.token]) {
                TextField(
                    FieldCaption("password", label: "新的初始密码", hint: "首次登录时须修改", isRequired: true),
                    kind: .password,
                    autocomplete: "new-password",
                    maxLength: 200
                )
                ButtonRow { SubmitButton("重置密码", weight: .secondary) }
            }
        }
    }

    private static func words(_ grant: RoleGrant) -> String { "\(grant.role.chinese)（\(name(grant.scope))）" }

    private static func name(_ scope: Scope) -> String {
        switch scope {
        case .own: "本人"
        case .post: "本岗位"
        case .office: "本内设机构"
        case .agency: "本机构"
        case .division: "本区划及下级"
        }
    }
}
