import Access
import Exchange
import HTML
import Kernel
import WebServer

/// What did not go out and why, for the system administrator; in a demonstration also what would have gone out.
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
            ),
            AdministrationRoute(
                .post,
                "/administration/outbox/retry",
                name: "RetryAlert",
                access: AdministrationAccess.configuring,
                handler: retry
            ),
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.configuring)
        let sent = try await parts.outbox?.recent()
        if sent != nil {
            try await parts.access.record(.personalSeen, by: principal, on: "outbox", from: request.peer)
        }
        return .page(
            OutboxPage(
                visit: Visit(parts, request, principal),
                connected: parts.alerts.connected,
                counts: try await parts.alerts.counts(),
                waiting: try await parts.alerts.outbox(),
                sent: sent
            )
        )
    }

    private func retry(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        _ = try principal.required(AdministrationAccess.configuring)
        let isThere = try await parts.alerts.retry(Alert.ID(request.form.values["id"] ?? ""))
        let words = isThere ? "将立即重新发送" : "这条通知已经发出，不必重发"
        return .redirect(to: AdministrationPath.outbox, flash: FlashMessage(words))
    }
}
