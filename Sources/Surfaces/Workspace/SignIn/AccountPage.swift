import Access
import Documents
import HTML
import Kernel

/// Asks for the code of the second factor after the password.
struct FactorPage: Component {
    let from: String
    let refusal: String?
    let token: HiddenField

    var body: any HTML {
        div(.cssClass("narrow")) {
            h1 { "输入动态口令" }
            if let refusal { AlertBox(refusal, tone: .bad) }
            Panel("第二步验证") {
                FormFrame(to: WorkspacePath.factor, hidden: [token, HiddenField("from", from)]) {
                    TextField(
                        FieldCaption("code", label: "动态口令", hint: "手机验证器上的六位数字；手机不在身边时，输入一个恢复码", isRequired: true),
                        autocomplete: "one-time-code",
                        maxLength: 20
                    )
                    ButtonRow { SubmitButton("验证") }
                }
                FormFrame(to: WorkspacePath.signOut, hidden: [token]) { SubmitButton("退出", weight: .secondary) }
            }
        }
    }
}

/// The own account: password, second factor, and where it is and was signed in.
struct AccountPage: Component {
    let principal: Principal
    let factor: FactorStanding
    let devices: [DeviceRecord]
    let offer: FactorOffer?
    let recoveryCodes: [String]
    let refusal: String?
    let token: HiddenField

    var body: any HTML {
        h1 { "账号与安全" }
        if let refusal { AlertBox(refusal, tone: .bad) }
        if !recoveryCodes.isEmpty { codes }
        Panel("密码") {
            p { "密码九十日更换一次。更换后，其他设备上的登录全部退出。" }
            ButtonRow { LinkButton("修改密码", to: WorkspacePath.password, weight: .secondary) }
        }
        Panel("动态口令（第二步验证）", anchor: "factor") { factorPart }
        if principal.officer != nil {
            Panel("接口令牌") {
                p { "供本单位的其他系统以您的身份、从您的岗位办理和查询。" }
                ButtonRow { LinkButton("管理接口令牌", to: WorkspacePath.tokens, weight: .secondary) }
            }
        }
        Panel("登录记录", anchor: "devices") {
            DataTable("登录记录", columns: AccountPage.columns, rows: devices.map(row), showsTitle: false)
        }
    }

    private var codes: any HTML {
        Panel("恢复码") {
            AlertBox("动态口令已启用。请把下列恢复码抄写保存：手机不在身边时，每个恢复码可以使用一次。离开本页后不再显示。", tone: .caution)
            ul(.cssClass("plain")) { for code in recoveryCodes { li { Element("code") { code } } } }
        }
    }

    @HTMLBuilder private var factorPart: any HTML {
        if let offer {
            offered(offer)
        } else {
            switch factor {
            case .confirmed(let left): p { "已启用，恢复码剩余\(left)个。更换手机请联系本单位系统管理员解除后重新启用。" }
            case .none, .offered: start
            }
        }
    }

    private var start: any HTML {
        FormFrame(to: WorkspacePath.offerFactor, hidden: [token]) {
            p { "未启用。启用后，登录时除密码外还须输入手机验证器上的六位数字。" }
            TextField(
                FieldCaption("present", label: "现在的密码", isRequired: true),
                kind: .password,
                autocomplete: "current-password",
                maxLength: 200
            )
            ButtonRow { SubmitButton("启用动态口令") }
        }
    }

    private func offered(_ offer: FactorOffer) -> any HTML {
        FormFrame(to: WorkspacePath.confirmFactor, hidden: [token]) {
            p { "用手机验证器扫描二维码，或者手工输入密钥，再填写验证器显示的六位数字。" }
            if let code = try? QRCode(offer.address) {
                div(.cssClass("qr")) {
                    SVG.root(
                        Attribute("viewBox", "0 0 \(code.size) \(code.size)"),
                        .role("img"),
                        .aria(.label, "验证器二维码")
                    ) { SVG.path(code.outline) }
                }
            }
            DefinitionList([Definition("密钥", offer.secret)])
            TextField(
                FieldCaption("code", label: "动态口令", isRequired: true),
                autocomplete: "one-time-code",
                maxLength: 6
            )
            ButtonRow { SubmitButton("确认启用") }
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("登录时间"), .init("最近使用"), .init("来源地址"), .init("设备"), .init("状态"), .init("", .action),
    ]

    private func row(_ device: DeviceRecord) -> DataTable.Row {
        let isHere = device.session == principal.session
        return DataTable.Row([
            device.began.minuteText, device.lastUsed.minuteText, device.address, device.device,
            device.ended.map { Badge("\($0.minuteText)退出", tone: .neutral) }
                ?? Badge(isHere ? "当前登录" : "未退出", tone: isHere ? .good : .active),
            device.ended == nil && !isHere ? revoke(device) : NoHTML(),
        ])
    }

    private func revoke(_ device: DeviceRecord) -> any HTML {
        FormFrame(to: WorkspacePath.revokeSession, hidden: [token, HiddenField("session", device.session)]) {
            SubmitButton("退出该登录", weight: .secondary)
        }
    }
}
