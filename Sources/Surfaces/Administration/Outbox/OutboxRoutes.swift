import Access
import HTML
import Kernel
import WebServer

/// What a demonstration would have sent to telephones, for the system administrator.
struct OutboxRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/outbox",
                name: "adminOutbox",
                access: AdministrationAccess.configuring,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.configuring)
        guard let outbox = parts.outbox else { throw WebRefusal.notFound }
        let sent = try await outbox.recent()
        try await parts.access.record(.personalSeen, by: principal, on: "outbox", from: request.peer)
        return .page(OutboxPage(visit: Visit(parts, request, principal), sent: sent))
    }
}

/// The messages of the last five minutes.
struct OutboxPage: Component {
    let visit: Visit
    let sent: [OutboxSender.Sent]

    var body: any HTML {
        AdministrationFrame("短信发件箱", visit, part: .outbox, crumbs: [Crumb("短信发件箱")]) {
            h1 { "短信发件箱" }
            AlertBox("仅限演示", tone: .caution) {
                p { "短信平台尚未接通。演示系统把本应发到手机的内容在这里保留 5 分钟，供演示使用；每次查看记入审计。正式系统没有这个页面，也不接受注册，直至接通短信平台。" }
            }
            if sent.isEmpty { p(.cssClass("quiet")) { "最近 5 分钟没有发送。" } }
            DataTable(
                "最近 5 分钟（\(sent.count)条）",
                columns: [.init("时间"), .init("手机号"), .init("内容")],
                rows: sent.map { DataTable.Row([$0.sentAt.minuteText, $0.mobile, OutboxPage.words($0.message)]) }
            )
        }
    }

    private static func words(_ message: CodeMessage) -> String {
        switch message {
        case .code(let code, .register): "注册验证码 \(code)，5 分钟内有效。"
        case .code(let code, .recover): "找回密码验证码 \(code)，5 分钟内有效。"
        case .code(let code, .change): "更换手机号验证码 \(code)，5 分钟内有效。不是本人在更换的，不要告诉任何人。"
        case .numberChanged: "您的账号已改用其他手机号登录。非本人操作的，请立即联系本级政务服务中心。"
        case .registeredAlready: "该手机号已经注册，请直接登录；忘记密码请用“忘记密码”。如非本人操作，请忽略。"
        }
    }
}
