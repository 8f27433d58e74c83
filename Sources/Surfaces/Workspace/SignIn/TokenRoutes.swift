import Access
import Acting
import Directory
import HTML
import Kernel
import WebServer

extension Workspace {
    /// The own tokens for programs.
    var tokenRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/account/tokens", name: "TokensPage", access: .staff) { request, principal in
                try await tokensPage(request, principal)
            },
            DeskRoute(
                .post,
                "/account/tokens",
                name: "IssueToken",
                access: .staff,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, principal in try await issueToken(request, principal) },
            DeskRoute(.post, "/account/tokens/revoke", name: "RevokeToken", access: .staff) { request, principal in
                try await revokeToken(request, principal)
            },
        ]
    }

    private func tokensPage(
        _ request: WebRequest,
        _ principal: Principal?,
        issued: TokenText? = nil,
        values: TokenFields? = nil,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let usual = TokenFields(
            post: principal.posts.count == 1 ? principal.posts[0].id.text : nil,
            lastDay: (today + AccessStore.longestTokenLife).description
        )
        let field = refused?.field
        let page = TokensPage(
            principal: principal,
            tokens: try await access.tokens(of: principal.account),
            issued: issued,
            refusal: field == nil ? refused?.full : nil,
            errors: field.map { [FieldError(field: $0, message: refused?.full ?? "")] } ?? [],
            values: values ?? usual,
            today: today,
            token: request.forgeryField
        )
        let crumbs = [Crumb("账号与安全", to: WorkspacePath.account), Crumb("接口令牌")]
        return .page(
            frame.page("接口令牌", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func issueToken(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let form = request.form.values
        let values = TokenFields(
            purpose: (form["purpose"] ?? "").trimmingSpaces,
            post: form["post"],
            scope: form["scope"] ?? "",
            lastDay: form["lastDay"] ?? ""
        )
        let scope = Int(values.scope).flatMap(TokenScope.init) ?? .read
        do {
            // A day that cannot be read is as one before every other: the refusal names the days that can be chosen.
            let issued = try await access.issueToken(
                for: values.purpose,
                at: Post.ID(values.post ?? ""),
                scope: scope,
                through: Day(values.lastDay) ?? .first,
                to: principal,
                password: form["present"] ?? "",
                on: today,
                from: request.peer
            )
            return try await tokensPage(request, principal, issued: issued)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await tokensPage(request, principal, values: values, refused: wording)
        }
    }

    private func revokeToken(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        do {
            let id = AccessToken.ID(request.form.values["id"] ?? "")
            try await access.revokeToken(id, by: principal, from: request.peer)
        } catch let fault as AccessTokenFault {
            return try await tokensPage(request, principal, refused: Wording(fault))
        }
        return .redirect(to: WorkspacePath.tokens, flash: FlashMessage("令牌已撤销"))
    }
}
