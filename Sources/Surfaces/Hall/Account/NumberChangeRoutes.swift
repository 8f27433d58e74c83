import Access
import HTML
import Parties
import WebServer

/// Another mobile number for the own account.
struct NumberChangeRoutes: Sendable {
    let parts: HallParts

    private static let rateLimit = RateLimit(60, per: .seconds(600))

    var routes: [HallRoute] {
        [
            .own(.get, HallPath.Pattern.mobile, "hall.mobile", parts: parts) { own, request in
                guard parts.accounts.takesRegistrations else { return unavailable }
                return .page(page(own, request, isSent: false, errors: []))
            },
            .own(
                .post,
                HallPath.Pattern.mobile,
                "hall.mobile.number",
                parts: parts,
                rateLimit: NumberChangeRoutes.rateLimit
            ) { own, request in try await sendCode(own, request) },
            .own(
                .post,
                HallPath.Pattern.mobileCode,
                "hall.mobile.code",
                parts: parts,
                rateLimit: NumberChangeRoutes.rateLimit
            ) { own, request in try await change(own, request) },
        ]
    }

    private func sendCode(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        do {
            let mobile = try PartyChecks.mobile(request.form.values["mobile"] ?? "")
            try await parts.accounts.sendCode(to: mobile, for: .change, from: request.peer)
            return .page(page(own, request, isSent: true, errors: []))
        } catch AccessError.noSender {
            return unavailable
        } catch {
            return try refused(error, own, request, isSent: false)
        }
    }

    private func change(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        do {
            try await parts.accounts.changeNumber(
                of: own.principal,
                to: PartyChecks.mobile(values["mobile"] ?? ""),
                code: values["code"] ?? "",
                password: values["present"] ?? "",
                from: request.peer
            )
            let flash = FlashMessage("手机号已更换，其他设备上的登录已退出。下次请用新手机号登录。")
            return .redirect(to: HallPath.security, flash: flash)
        } catch {
            return try refused(error, own, request, isSent: true)
        }
    }

    private func refused(_ error: any Error, _ own: Own, _ request: WebRequest, isSent: Bool) throws -> WebAnswer {
        let fault = try Fault(error)
        return .page(page(own, request, isSent: isSent, errors: [fault.field]), status: fault.status)
    }

    private func page(_ own: Own, _ request: WebRequest, isSent: Bool, errors: [FieldError]) -> NumberChangePage {
        NumberChangePage(
            site: parts.site,
            present: own.maskedMobile,
            mobile: request.form.values["mobile"] ?? "",
            isSent: isSent,
            errors: errors,
            token: request.forgeryField
        )
    }

    private var unavailable: WebAnswer {
        .refused(HallWording(AccessError.noSender), site: parts.site, back: ("返回账号安全", HallPath.security))
    }
}
