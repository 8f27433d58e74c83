import Access
import HTML
import Kernel
import Parties
import WebServer

/// Into an account: signing in, registering, a forgotten password.
struct SignInRoutes: Sendable {
    let parts: HallParts

    /// A whole office stands behind one address, so it is slowed and never closed; numbers are closed one by one.
    private static let rateLimit = RateLimit(60, per: .seconds(60))
    private static let codeRateLimit = RateLimit(60, per: .seconds(600))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.signIn, name: "hall.signIn", access: .everyone) { request, principal in
                if principal != nil { return .redirect(to: HallPath.own) }
                return .page(signInPage(request, mobile: "", from: request.query["from"] ?? "", errors: []))
            },
            HallRoute(
                .post,
                HallPath.Pattern.signIn,
                name: "hall.signIn.send",
                access: .everyone,
                rateLimit: SignInRoutes.rateLimit
            ) { request, _ in try await signIn(request) },
        ] + proving(.register, HallPath.Pattern.register, HallPath.Pattern.registerCode)
            + proving(.recover, HallPath.Pattern.recover, HallPath.Pattern.recoverCode)
    }

    private func proving(_ proof: NumberProof, _ path: RoutePath, _ codePath: RoutePath) -> [HallRoute] {
        [
            HallRoute(.get, path, name: "hall.\(proof)", access: .everyone) { request, principal in
                if principal != nil { return .redirect(to: HallPath.own) }
                guard parts.accounts.takesRegistrations else { return unavailable }
                return .page(numberPage(proof, request, errors: []))
            },
            HallRoute(
                .post,
                path,
                name: "hall.\(proof).number",
                access: .everyone,
                rateLimit: SignInRoutes.codeRateLimit
            ) { request, _ in try await sendCode(proof, request) },
            HallRoute(
                .post,
                codePath,
                name: "hall.\(proof).code",
                access: .everyone,
                rateLimit: SignInRoutes.codeRateLimit
            ) { request, _ in try await take(proof, request) },
        ]
    }

    private func signIn(_ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        let (mobile, from) = (values["mobile"] ?? "", values["from"] ?? "")
        do {
            let account = try await parts.accounts.signIn(
                mobile: PartyChecks.mobile(mobile),
                password: values["password"] ?? "",
                from: request.peer
            )
            var answer = WebAnswer.redirect(to: from.isEmpty ? HallPath.own : from)
            answer.sessionChange = .begin(subject: account.text)
            return answer
        } catch {
            let fault = try Fault(error)
            let page = signInPage(request, mobile: mobile, from: from, errors: [fault.field])
            return .page(page, status: fault.status)
        }
    }

    private func sendCode(_ proof: NumberProof, _ request: WebRequest) async throws -> WebAnswer {
        do {
            let mobile = try PartyChecks.mobile(request.form.values["mobile"] ?? "")
            try await parts.accounts.sendCode(to: mobile, for: proof.purpose, from: request.peer)
            return .page(proofPage(proof, request, mobile: mobile, errors: []))
        } catch AccessError.noSender {
            return unavailable
        } catch {
            let fault = try Fault(error)
            return .page(numberPage(proof, request, errors: [fault.field]), status: fault.status)
        }
    }

    private func take(_ proof: NumberProof, _ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        let (new, code) = (values["new"] ?? "", values["code"] ?? "")
        let mobile: String
        do {
            mobile = try PartyChecks.mobile(values["mobile"] ?? "")
        } catch {
            return .page(numberPage(proof, request, errors: [try Fault(error).field]), status: 422)
        }
        guard new == values["again"] else {
            let fault = FieldError(field: "again", message: "两次输入的密码应一致，实为不一致。")
            return .page(proofPage(proof, request, mobile: mobile, errors: [fault]), status: 422)
        }
        do {
            return try await proven(proof, mobile, code, new, request)
        } catch {
            let fault = try Fault(error)
            return .page(proofPage(proof, request, mobile: mobile, errors: [fault.field]), status: fault.status)
        }
    }

    private func proven(
        _ proof: NumberProof,
        _ mobile: String,
        _ code: String,
        _ new: String,
        _ request: WebRequest
    ) async throws -> WebAnswer {
        let accounts = parts.accounts
        switch proof {
        case .register:
            let account = try await accounts.register(mobile: mobile, code: code, password: new, from: request.peer)
            var answer = WebAnswer.redirect(to: HallPath.own, flash: FlashMessage("注册成功，已登录。"))
            answer.sessionChange = .begin(subject: account.text)
            return answer
        case .recover:
            try await accounts.recover(mobile: mobile, code: code, password: new, from: request.peer)
            return .redirect(to: HallPath.signIn, flash: FlashMessage("新密码已设置，请登录。"))
        }
    }

    private var unavailable: WebAnswer {
        .refused(HallWording(AccessError.noSender), site: parts.site, back: ("查询办件", HallPath.follow))
    }

    private func signInPage(
        _ request: WebRequest,
        mobile: String,
        from: String,
        errors: [FieldError]
    ) -> SignInPage {
        SignInPage(
            site: parts.site,
            mobile: mobile,
            from: from,
            errors: errors,
            token: request.forgeryField,
            messages: request.messages
        )
    }

    private func numberPage(_ proof: NumberProof, _ request: WebRequest, errors: [FieldError]) -> NumberPage {
        NumberPage(
            site: parts.site,
            proof: proof,
            mobile: request.form.values["mobile"] ?? "",
            errors: errors,
            token: request.forgeryField
        )
    }

    private func proofPage(
        _ proof: NumberProof,
        _ request: WebRequest,
        mobile: String,
        errors: [FieldError]
    ) -> ProofPage {
        ProofPage(site: parts.site, proof: proof, mobile: mobile, errors: errors, token: request.forgeryField)
    }
}

/// A refusal at its field; what is no refusal is thrown on.
struct Fault {
    let status: Int
    let field: FieldError

    init(_ error: any Error, usually field: String = "mobile") throws {
        guard let wording = HallWording.of(error) else { throw error }
        status = wording.status
        self.field = FieldError(field: wording.field ?? field, message: wording.sentence)
    }
}
