import Acting
import Access
import HTML
import Kernel
import WebServer

extension Workspace {
    var signInRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/sign-in", name: "SignInPage", access: .everyone) { request, principal in
                if let principal, !principal.mustChangePassword, !principal.mustProveFactor {
                    return .redirect(to: frame.start(for: principal))
                }
                return signInPage(request, from: request.query["from"] ?? "")
            },
            DeskRoute(
                .post,
                "/sign-in",
                name: "SignIn",
                access: .everyone,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, _ in try await signIn(request) },
            DeskRoute(.post, "/sign-out", name: "SignOut", access: .provingFactor) { request, principal in
                signOut(request, principal)
            },
            DeskRoute(.get, "/password", name: "PasswordPage", access: .renewingPassword) {
                request,
                principal in passwordPage(request, principal)
            },
            DeskRoute(
                .post,
                "/password",
                name: "ChangePassword",
                access: .renewingPassword,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, principal in try await changePassword(request, principal) },
        ]
    }

    func signInPage(
        _ request: WebRequest,
        from: String,
        name: String = "",
        refused: Wording? = nil
    ) -> WebAnswer {
        let page = SignInPage(
            name: name,
            from: from,
            refusal: refused?.text,
            token: request.forgeryField,
            hasProvider: provider != nil,
            hints: frame.signInHints
        )
        return .page(frame.page("登录", for: nil, request) { page }, status: refused?.status ?? 200)
    }

    private func signIn(_ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        let name = values["name"] ?? ""
        let from = values["from"] ?? ""
        do {
            let signedIn = try await access.signIn(name: name, password: values["password"] ?? "", from: request.peer)
            let start = try await start(of: signedIn.account, from: from)
            let next = signedIn.mustChangePassword ? WorkspacePath.password : start
            return try await begun(signedIn.account, request, then: next, by: .password)
        } catch let refusal as AccessError {
            return signInPage(request, from: from, name: name, refused: Wording(refusal))
        }
    }

    /// Where somebody goes on who has signed in: to the page asked for, else to the own start.
    func start(of account: Account.ID, from: String) async throws -> String {
        guard from.isEmpty else { return from }
        return try await access.principal(of: account, today: today).map(frame.start) ?? frame.site.home
    }

    /// Begins a session, and sends on; past the page that asks for the second factor, where one is still owed.
    func begun(
        _ account: Account.ID,
        _ request: WebRequest,
        then next: String,
        by means: SignInMeans
    ) async throws -> WebAnswer {
        let owesFactor =
            switch try await access.factorStanding(of: account) {
            case .confirmed: means != .providerWithFactor
            case .none, .offered: false
            }
        var answer = WebAnswer.redirect(to: owesFactor ? WorkspacePath.factor(then: next) : next)
        answer.sessionChange = .begin(subject: account.text, means: means.rawValue)
        leaveFieldWork(of: account, request, &answer)
        return answer
    }

    private func passwordPage(
        _ request: WebRequest,
        _ principal: Principal?,
        errors: [FieldError] = [],
        refused: Wording? = nil
    ) -> WebAnswer {
        let page = PasswordPage(
            mustChange: principal?.mustChangePassword ?? false,
            errors: errors,
            refusal: refused?.text,
            token: request.forgeryField
        )
        let status = refused?.status ?? (errors.isEmpty ? 200 : 422)
        return .page(frame.page("修改密码", for: principal, request) { page }, status: status)
    }

    private func changePassword(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let values = request.form.values
        let new = values["new"] ?? ""
        guard new == values["again"] else {
            return passwordPage(
                request,
                principal,
                errors: [FieldError(field: "again", message: "两次输入的新密码应为一致，实为不一致")]
            )
        }
        do {
            try await access.changePassword(
                of: principal,
                present: values["present"] ?? "",
                new: new,
                from: request.peer
            )
        } catch let refusal as AccessError {
            let wording = Wording(refusal)
            guard case .password(let fault) = refusal else {
                return passwordPage(request, principal, refused: wording)
            }
            let field = fault == .presentIsWrong ? "present" : "new"
            return passwordPage(
                request,
                principal,
                errors: [FieldError(field: field, message: wording.text)]
            )
        }
        return .redirect(to: frame.start(for: principal), flash: FlashMessage("密码已修改，其他设备上的登录已退出"))
    }
}
