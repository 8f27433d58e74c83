import Access
import Exchange
import HTML
import Kernel

/// What the officer was told, the newest first, and the ways besides this page.
struct AlertsPage: Component {
    let alerts: [Alert]
    let connected: Set<Alert.Channel>
    let calendar: CalendarStanding?
    /// The calendar's address, right after it was made; it can be shown only then.
    let calendarAddress: String?
    let values: AlertWayFields
    let errors: [FieldError]
    let token: HiddenField

    private var unread: Int { alerts.count { !$0.isRead } }

    var body: any HTML {
        h1 { "通知" }
        ErrorSummary(errors)
        if alerts.isEmpty {
            EmptyState("没有通知") { p { "有办件分派给您、等待您的岗位办理，或者有人催办、会签时，会在这里告知。" } }
        } else {
            DataTable(
                "最近 \(alerts.count) 条，未读 \(unread) 条",
                columns: [.init("时间"), .init("办件编号"), .init("内容"), .init("状态")],
                rows: alerts.map { alert in
                    DataTable.Row([
                        alert.madeAt.minuteText,
                        a(.href(WorkspacePath.matter(of: alert))) { alert.name },
                        AlertsPage.words(alert),
                        Badge(alert.isRead ? "已读" : "未读", tone: alert.isRead ? .neutral : .active),
                    ])
                }
            )
            if unread > 0 {
                FormFrame(to: WorkspacePath.readAlerts, hidden: [token]) {
                    ButtonRow { SubmitButton("全部标为已读", weight: .secondary) }
                }
            }
        }
        Panel("另外通知到", anchor: "ways") { ways }
        Panel("办理期限日历", anchor: "calendar") { subscription }
    }

    private var ways: any HTML {
        FormFrame(to: WorkspacePath.alertWays, hidden: [token]) {
            p { standing }
            TextField(
                FieldCaption("mail", label: "邮箱", hint: "留空则不发邮件", errors: errors),
                value: values.mail,
                kind: .email,
                autocomplete: "email",
                maxLength: 254,
                width: .half
            )
            TextField(
                FieldCaption("mobile", label: "手机", hint: "留空则不发短信", errors: errors),
                value: values.mobile,
                kind: .tel,
                autocomplete: "tel",
                maxLength: 11,
                width: .half
            )
            ChoiceField(
                FieldCaption("rhythm", label: "何时发送"),
                choices: [Choice("immediate", "随时", hint: "办件一有变化即发"), Choice("digest", "每日汇总", hint: "早上八点合为一封")],
                chosen: [values.isDigest ? "digest" : "immediate"]
            )
            ButtonRow { SubmitButton("保存通知方式") }
        }
    }

    @HTMLBuilder private var subscription: any HTML {
        p { "等待您办理的办件，其答复、承诺、法定期限逐日列入日历，届满前一个工作日上午九点提醒。只有办件编号和事项名称，没有当事人。" }
        ButtonRow { LinkButton("下载日历文件（.ics）", to: WorkspacePath.calendarFile, weight: .secondary) }
        if let calendarAddress {
            AlertBox("订阅地址只在此显示一次", tone: .caution) {
                p { "请复制到日历软件。知道这个地址的人都能看到您的期限，不要转给他人。" }
                p { Element("code") { calendarAddress } }
            }
        }
        p { calendar.map(AlertsPage.words) ?? "没有订阅地址。" }
        div(.cssClass("button-row")) {
            FormFrame(to: WorkspacePath.renewCalendar, hidden: [token]) {
                SubmitButton(calendar == nil ? "生成订阅地址" : "更换订阅地址", weight: .secondary)
            }
            if calendar != nil {
                FormFrame(to: WorkspacePath.revokeCalendar, hidden: [token]) {
                    SubmitButton("作废订阅地址", weight: .secondary)
                }
            }
        }
    }

    private static func words(_ calendar: CalendarStanding) -> String {
        let used = calendar.lastUsedAt.map { "最近读取 \($0.minuteText)" } ?? "尚未读取"
        return "订阅地址生成于 \(calendar.madeAt.minuteText)，\(used)。"
    }

    private var standing: String {
        let missing = [Alert.Channel.mail, .message].filter { !connected.contains($0) }
        guard !missing.isEmpty else { return "邮件和短信只写办件编号、事项和要做的事，不写当事人的姓名。" }
        return "\(missing.map(\.chinese).joined(separator: "、"))尚未接通：现在保存的地址，接通以后的通知才会发送。"
    }

    /// What stands after the case's number in the subject.
    private static func words(_ alert: Alert) -> String {
        alert.subject.split(separator: " ", maxSplits: 2).last.map(String.init) ?? alert.subject
    }
}
