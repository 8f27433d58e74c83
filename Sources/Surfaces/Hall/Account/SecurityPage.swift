import Access
import HTML
import Kernel

/// Password, where the account is signed in, and closing it.
struct SecurityPage: Component {
    let site: HallSite
    let mobile: String
    /// The session of this page.
    let session: String
    let devices: [DeviceRecord]
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "密码与登录设备",
            of: site,
            part: .own,
            crumbs: [Crumb("我的", to: HallPath.own), Crumb("密码与登录设备")],
            messages: messages
        ) {
            h1 { "密码与登录设备" }
            ErrorSummary(errors)
            Panel("登录设备", anchor: "devices") {
                p(.cssClass("hint")) { "有不认识的登录，请立即退出该登录并修改密码。30 分钟不用自动退出。" }
                DataTable("登录设备", columns: SecurityPage.columns, rows: devices.map(row), showsTitle: false)
            }
            Panel("手机号", anchor: "number") {
                DefinitionList([Definition("登录手机号", mobile)])
                ButtonRow { LinkButton("更换手机号", to: HallPath.mobile, weight: .secondary) }
            }
            Panel("修改密码", anchor: "change") {
                FormFrame(to: HallPath.password, hidden: [token]) {
                    TextField(
                        FieldCaption("present", label: "现在的密码", isRequired: true, errors: errors),
                        kind: .password,
                        autocomplete: "current-password",
                        maxLength: 200
                    )
                    NewPasswordFields(errors: errors)
                    ButtonRow { SubmitButton("修改密码") }
                }
            }
            Panel("注销账号", anchor: "closing") {
                p { "注销后手机号立即删除，不能再用本账号登录；已经提交的申请照常办理，可以凭办件编号和查询码查询。" }
                FormFrame(to: HallPath.closeAccount, hidden: [token]) {
                    TextField(
                        FieldCaption("close", label: "输入密码确认注销", isRequired: true, errors: errors),
                        kind: .password,
                        autocomplete: "current-password",
                        maxLength: 200
                    )
                    ButtonRow { SubmitButton("注销账号", weight: .warning) }
                }
            }
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("登录时间"), .init("最近使用"), .init("来源地址"), .init("设备"), .init("状态"), .init("操作", .action),
    ]

    private func row(_ device: DeviceRecord) -> DataTable.Row {
        let isHere = device.session == session
        return DataTable.Row([
            device.began.minuteText, device.lastUsed.minuteText, device.address, String(device.device.prefix(60)),
            device.ended.map { Badge("\($0.minuteText)退出", tone: .neutral) }
                ?? Badge(isHere ? "本次登录" : "未退出", tone: isHere ? .good : .active),
            device.ended == nil && !isHere ? revoke(device) : NoHTML(),
        ])
    }

    private func revoke(_ device: DeviceRecord) -> any HTML {
        FormFrame(to: HallPath.revokeSession, hidden: [token, HiddenField("session", device.session)]) {
            SubmitButton("退出该登录", weight: .secondary)
        }
    }
}
