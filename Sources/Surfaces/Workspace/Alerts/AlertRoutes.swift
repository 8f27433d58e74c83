import Access
import Acting
import Exchange
import HTML
import Kernel
import Parties
import WebServer

extension Workspace {
    /// What the officer was told, and by which ways besides the desk.
    var alertRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/alerts", name: "AlertsPage", access: Workspace.alerted) {
                request,
                principal in try await alertsPage(request, principal)
            },
            DeskRoute(.post, "/alerts/read", name: "ReadAlerts", access: Workspace.alerted) {
                request,
                principal in
                try await alerts.markRead(of: Workspace.officer(principal))
                return .redirect(to: WorkspacePath.alerts, flash: FlashMessage("已全部标为已读"))
            },
            DeskRoute(.post, "/alerts/ways", name: "ChooseAlertWays", access: Workspace.alerted) {
                request,
                principal in try await chooseWays(request, principal)
            },
        ]
    }

    private static func officer(_ principal: Principal?) throws(WebRefusal) -> String {
        guard let officer = principal?.officer else { throw .forbidden }
        return officer.text
    }

    func alertsPage(
        _ request: WebRequest,
        _ principal: Principal?,
        values: AlertWayFields? = nil,
        errors: [FieldError] = [],
        calendarAddress: String? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let officer = try Workspace.officer(principal)
        let kept = AlertWayFields(try await alerts.preference(of: officer))
        let page = AlertsPage(
            alerts: try await alerts.desk(of: officer),
            connected: alerts.connected,
            calendar: try await access.calendarStanding(of: principal.account),
            calendarAddress: calendarAddress,
            values: values ?? kept,
            errors: errors,
            token: request.forgeryField
        )
        return .page(frame.page("通知", for: principal, request) { page }, status: errors.isEmpty ? 200 : 422)
    }

    private func chooseWays(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let officer = try Workspace.officer(principal)
        let form = request.form.values
        let values = AlertWayFields(
            mail: (form["mail"] ?? "").trimmingSpaces,
            mobile: (form["mobile"] ?? "").trimmingSpaces,
            isDigest: form["rhythm"] == "digest"
        )
        var errors: [FieldError] = []
        var chosen = AlertPreference(isDigest: values.isDigest)
        if !values.mail.isEmpty {
            chosen.mail = MailAddress(values.mail)
            if chosen.mail == nil { errors.append(FieldError(field: "mail", message: "应为邮箱地址，如 name@example.gov.cn")) }
        }
        if !values.mobile.isEmpty {
            chosen.mobile = try? PartyChecks.mobile(values.mobile)
            if chosen.mobile == nil { errors.append(FieldError(field: "mobile", message: "应为 11 位手机号码")) }
        }
        guard errors.isEmpty else { return try await alertsPage(request, principal, values: values, errors: errors) }
        try await alerts.set(chosen, of: officer)
        return .redirect(to: WorkspacePath.alerts, flash: FlashMessage("通知方式已保存"))
    }
}

/// How the form stands: as kept, or as just sent.
struct AlertWayFields: Sendable {
    let mail: String
    let mobile: String
    let isDigest: Bool

    init(mail: String, mobile: String, isDigest: Bool) {
        self.mail = mail
        self.mobile = mobile
        self.isDigest = isDigest
    }

    init(_ preference: AlertPreference) {
        self.init(mail: preference.mail?.text ?? "", mobile: preference.mobile ?? "", isDigest: preference.isDigest)
    }
}
