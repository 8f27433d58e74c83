import Acting
import Access
import HTML
import WebServer

extension Workspace {
    /// The own account: second factor, where it is signed in, when it was.
    var accountRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/second-factor", name: "FactorPage", access: .provingFactor) { request, principal in
                factorPage(request, principal, from: request.query["from"] ?? "")
            },
            DeskRoute(
                .post,
                "/second-factor",
                name: "ProveFactor",
                access: .provingFactor,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, principal in try await proveFactor(request, principal) },
            DeskRoute(.get, "/account", name: "AccountPage", access: .staff) { request, principal in
                try await accountPage(request, principal)
            },
            DeskRoute(
                .post,
                "/account/factor",
                name: "OfferFactor",
                access: .staff,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, principal in try await offerFactor(request, principal) },
            DeskRoute(
                .post,
                "/account/factor/confirm",
                name: "ConfirmFactor",
                access: .staff,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, principal in try await confirmFactor(request, principal) },
            DeskRoute(.post, "/account/sessions/revoke", name: "RevokeSession", access: .staff) { request, principal in
                try await revokeSession(request, principal)
            },
        ]
    }

    private func factorPage(
        _ request: WebRequest,
        _ principal: Principal?,
        from: String,
        refused: Wording? = nil
    ) -> WebAnswer {
        let page = FactorPage(from: from, refusal: refused?.text, token: request.forgeryField)
        return .page(frame.page("动态口令", for: nil, request) { page }, status: refused?.status ?? 200)
    }

    private func proveFactor(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let values = request.form.values
        let from = values["from"] ?? ""
        do {
            try await access.proveFactor(values["code"] ?? "", by: principal, from: request.peer)
        } catch let refusal as AccessError {
            return factorPage(request, principal, from: from, refused: Wording(refusal))
        }
        return .redirect(to: from.isEmpty ? frame.start(for: principal) : from)
    }

    private func accountPage(
        _ request: WebRequest,
        _ principal: Principal?,
        offer: FactorOffer? = nil,
        recoveryCodes: [String] = [],
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let page = AccountPage(
            principal: principal,
            factor: try await access.factorStanding(of: principal.account),
            devices: try await access.devices(of: principal.account),
            offer: offer,
            recoveryCodes: recoveryCodes,
            refusal: refused?.text,
            token: request.forgeryField
        )
        return .page(frame.page("账号与安全", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func offerFactor(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        do {
            let offer = try await access.offerFactor(
                to: principal,
                password: request.form.values["present"] ?? "",
                issuer: "衡鉴",
                from: request.peer
            )
            return try await accountPage(request, principal, offer: offer)
        } catch let refusal as AccessError {
            return try await accountPage(request, principal, refused: Wording(refusal))
        }
    }

    private func confirmFactor(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        do {
            let code = request.form.values["code"] ?? ""
            let codes = try await access.confirmFactor(code, by: principal, from: request.peer)
            return try await accountPage(request, principal, recoveryCodes: codes)
        } catch let refusal as AccessError {
            return try await accountPage(request, principal, refused: Wording(refusal))
        }
    }

    private func revokeSession(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        do {
            let session = request.form.values["session"] ?? ""
            try await access.revokeSession(session, by: principal, from: request.peer)
        } catch let refusal as AccessError {
            return try await accountPage(request, principal, refused: Wording(refusal))
        }
        return .redirect(to: WorkspacePath.account, flash: FlashMessage("该设备上的登录已退出"))
    }
}
