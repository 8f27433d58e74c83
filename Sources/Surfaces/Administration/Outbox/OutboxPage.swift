import Access
import Exchange
import HTML
import Kernel

/// The alerts that are not out, with the reason; and in a demonstration the codes of the last five minutes.
struct OutboxPage: Component {
    let visit: Visit
    let connected: Set<Alert.Channel>
    let counts: [Alert.Channel: [Alert.State: Int]]
    let waiting: [Alert]
    /// `nil` outside a demonstration.
    let sent: [OutboxSender.Sent]?

    var body: any HTML {
        AdministrationFrame("发件箱", visit, part: .outbox, crumbs: [Crumb("发件箱")]) {
            h1 { "发件箱" }
            DataTable(
                "通道",
                columns: [.init("通道"), .init("接通"), .init("已发送"), .init("待发送"), .init("未能送出")],
                rows: channels
            )
            h2 { "没有送出的通知" }
            if waiting.isEmpty {
                p(.cssClass("quiet")) { "没有。" }
            } else {
                p(.cssClass("hint")) {
                    "发送失败的，一分钟后重发，间隔逐次加倍，最长六小时；\(AlertStore.mostAttempts) 次不成或者对方明确拒收的，不再自动重发。"
                }
                DataTable(
                    "没有送出的通知（\(waiting.count)条）",
                    columns: OutboxPage.columns,
                    rows: waiting.map(row),
                    showsTitle: false
                )
            }
            if let sent { demonstration(sent) }
        }
    }

    private var channels: [DataTable.Row] {
        [Alert.Channel.mail, .message].map { channel in
            let counts = counts[channel] ?? [:]
            return DataTable.Row([
                channel.chinese,
                Badge(
                    connected.contains(channel) ? "已接通" : "未接通",
                    tone: connected.contains(channel) ? .good : .neutral
                ),
                "\(counts[.sent] ?? 0)", "\(counts[.waiting] ?? 0)", "\(counts[.abandoned] ?? 0)",
            ])
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("产生于"), .init("通道"), .init("收件人"), .init("办件编号"), .init("状态"), .init("已试"), .init("原因"), .init("下次发送"),
        .init("", .action),
    ]

    private func row(_ alert: Alert) -> DataTable.Row {
        DataTable.Row(
            [
                alert.madeAt.minuteText, alert.channel.chinese, OutboxPage.kind(alert.recipient), alert.about,
                Badge(alert.state.chinese, tone: alert.state == .abandoned ? .bad : .neutral),
                "\(alert.attempts)次", alert.fault, alert.state == .waiting ? alert.nextAt.minuteText : "—",
                FormFrame(
                    to: AdministrationPath.retryAlert,
                    hidden: [visit.token, HiddenField("id", alert.id.text)]
                ) { SubmitButton("立即重发", weight: .secondary) },
            ],
            tone: alert.state == .abandoned ? .bad : .neutral
        )
    }

    /// Who it is in particular is nobody's business here.
    private static func kind(_ recipient: Alert.Recipient) -> String {
        switch recipient {
        case .officer: "工作人员"
        case .party: "申请人、当事人"
        case .booker: "预约窗口的人"
        case .writer: "来信人"
        }
    }

    @HTMLBuilder private func demonstration(_ sent: [OutboxSender.Sent]) -> any HTML {
        h2 { "演示系统的短信验证码" }
        AlertBox("仅限演示", tone: .caution) {
            p { "演示系统把本应发到手机的验证码在这里保留 5 分钟，供演示使用；每次查看记入审计。正式系统没有这一部分，短信平台接通以前也不接受注册。" }
        }
        if sent.isEmpty { p(.cssClass("quiet")) { "最近 5 分钟没有发送。" } }
        DataTable(
            "最近 5 分钟（\(sent.count)条）",
            columns: [.init("时间"), .init("手机号"), .init("内容")],
            rows: sent.map { DataTable.Row([$0.sentAt.minuteText, $0.mobile, $0.message.chinese]) }
        )
    }
}
