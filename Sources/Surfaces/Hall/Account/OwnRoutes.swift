import Access
import Casework
import EventLog
import HTML
import Kernel
import Parties
import WebServer

/// The own account: overview, real name, password, where it is signed in, closing it.
struct OwnRoutes: Sendable {
    let parts: HallParts

    typealias Page = @Sendable (Own, WebRequest) async throws -> WebAnswer

    private static let rateLimit = RateLimit(60, per: .seconds(60))

    var routes: [HallRoute] {
        [
            own(.get, HallPath.Pattern.own, "hall.own") { own, request in
                try await start(own, request, errors: [])
            },
            own(.post, HallPath.Pattern.ownCases, "hall.own.add", FollowRoutes.rateLimit) { own, request in
                try await add(own, request)
            },
            own(.post, HallPath.Pattern.dropDraft, "hall.own.dropDraft") { own, request in
                try await dropDraft(own, request)
            },
            own(.post, HallPath.Pattern.signOut, "hall.signOut") { _, _ in
                var answer = WebAnswer.redirect(to: HallPath.signIn, flash: FlashMessage("已退出登录。"))
                answer.sessionChange = .end
                return answer
            },
            own(.get, HallPath.Pattern.realName, "hall.realName") { own, request in
                guard own.person == nil else { return .redirect(to: HallPath.own) }
                return .page(realNamePage(request, errors: []))
            },
            own(.post, HallPath.Pattern.realName, "hall.realName.send") { own, request in
                try await giveName(own, request)
            },
            own(.get, HallPath.Pattern.security, "hall.security") { own, request in
                try await securityPage(own, request, errors: [])
            },
            own(.post, HallPath.Pattern.password, "hall.password", OwnRoutes.rateLimit) { own, request in
                try await changePassword(own, request)
            },
            own(.post, HallPath.Pattern.revokeSession, "hall.session.revoke") { own, request in
                try await revoke(own, request)
            },
            own(.post, HallPath.Pattern.closeAccount, "hall.account.close", OwnRoutes.rateLimit) { own, request in
                try await close(own, request)
            },
        ]
    }

    private func own(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ rateLimit: RateLimit? = nil,
        _ handle: @escaping Page
    ) -> HallRoute {
        .own(method, path, name, parts: parts, rateLimit: rateLimit, handle)
    }

    private func start(
        _ own: Own,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        let page = OwnPage(
            site: parts.site,
            own: own,
            today: parts.today,
            things: try await OwnThings.read(own, from: parts),
            number: request.form.values["number"] ?? "",
            errors: errors,
            token: request.forgeryField,
            messages: request.messages
        )
        return .page(page, status: status)
    }

    /// Takes in an earlier case, letter or request for information of who names number and query code.
    private func add(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let number = String((request.form.values["number"] ?? "").trimmedEnds.prefix(40))
        var belonging: Belonging?
        if let code = QueryCode(typed: request.form.values["query"] ?? "") {
            if let letter = try await FollowedLetter.read(number: number, code: code, from: parts) {
                belonging = Belonging(.letter, letter.id.text)
            } else if let found = try await FollowedInformation.read(number: number, code: code, from: parts) {
                belonging = Belonging(.information, found.id.text)
            } else if let found = try await FollowedBooking.read(number: number, code: code, from: parts) {
                belonging = Belonging(.booking, found.id.text)
            } else if let followed = try await FollowedCase.read(number: number, code: code, from: parts) {
                belonging = Belonging(.caseFile, followed.summary.id.text)
            }
        }
        guard let belonging else {
            let fault = FieldError(field: "number", message: HallWording.noSuchCase.sentence)
            return try await start(own, request, errors: [fault], status: 404)
        }
        try await parts.accounts.keep(belonging, of: own.principal, from: request.peer)
        return .redirect(to: HallPath.own, flash: FlashMessage("已归入您的账号。"))
    }

    private func dropDraft(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let id = request.form.values["draft"] ?? ""
        let belonging = Belonging(.draft, id)
        guard try await parts.accounts.owns(belonging, own.principal) else { throw WebRefusal.notFound }
        try await parts.drafts.remove(id)
        try await parts.accounts.drop(belonging, of: own.principal)
        return .redirect(to: HallPath.own, flash: FlashMessage("草稿已删除。"))
    }

    private func giveName(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        guard own.person == nil else { return .redirect(to: HallPath.own) }
        let values = request.form.values
        let command = RegisterParty(
            .person(
                name: values["name"] ?? "",
                identityNumber: values["identityNumber"] ?? "",
                mobile: own.mobile
            )
        )
        let act = Act(
            realm: parts.realm,
            actor: own.principal.actor,
            key: request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        )
        do {
            let party = try await parts.log.submit(command, as: act).answer
            try await parts.accounts.name(own.principal, asParty: party.text, from: request.peer)
            let from = values["from"] ?? ""
            return .redirect(to: from.isEmpty ? HallPath.own : from, flash: FlashMessage("实名信息已登记。"))
        } catch {
            let fault = try Fault(error, usually: "name")
            return .page(realNamePage(request, errors: [fault.field]), status: fault.status)
        }
    }

    private func changePassword(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        guard values["new"] == values["again"] else {
            let fault = FieldError(field: "again", message: "两次输入的密码应一致，实为不一致。")
            return try await securityPage(own, request, errors: [fault], status: 422)
        }
        do {
            try await parts.accounts.changePassword(
                of: own.principal,
                present: values["present"] ?? "",
                new: values["new"] ?? "",
                from: request.peer
            )
            return .redirect(to: HallPath.security, flash: FlashMessage("密码已修改，其他设备上的登录已退出。"))
        } catch {
            let fault = try Fault(error, usually: "present")
            return try await securityPage(own, request, errors: [fault.field], status: fault.status)
        }
    }

    private func revoke(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        do {
            let session = request.form.values["session"] ?? ""
            try await parts.accounts.access.revokeSession(session, by: own.principal, from: request.peer)
            return .redirect(to: HallPath.security, flash: FlashMessage("该设备上的登录已退出。"))
        } catch let error as AccessError {
            return .refused(HallWording(error), site: parts.site, back: ("返回账号安全", HallPath.security))
        }
    }

    private func close(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        do {
            let password = request.form.values["close"] ?? ""
            try await parts.accounts.close(own.principal, password: password, from: request.peer)
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let fault = FieldError(field: "close", message: wording.sentence)
            return try await securityPage(own, request, errors: [fault], status: wording.status)
        }
        var answer = WebAnswer.redirect(to: HallPath.home, flash: FlashMessage("账号已注销，手机号已删除。"))
        answer.sessionChange = .end
        return answer
    }

    private func securityPage(
        _ own: Own,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        .page(
            SecurityPage(
                site: parts.site,
                mobile: own.maskedMobile,
                session: own.principal.session,
                devices: try await parts.accounts.access.devices(of: own.principal.account, limit: 20),
                errors: errors,
                token: request.forgeryField,
                messages: request.messages
            ),
            status: status
        )
    }

    private func realNamePage(_ request: WebRequest, errors: [FieldError]) -> RealNamePage {
        let values = request.form.values
        let key =
            request.formKey.map { HiddenField(FormKey.fieldName, $0) }
            ?? FormKey.field(parts.log.randomness, at: parts.log.clock.now)
        let from = values["from"] ?? request.query["from"] ?? ""
        return RealNamePage(
            site: parts.site,
            name: values["name"] ?? "",
            identityNumber: values["identityNumber"] ?? "",
            errors: errors,
            hidden: [request.forgeryField, key, HiddenField("from", from)]
        )
    }
}

extension HallRoute where Rule == AccessRule, Principal == Access.Principal? {
    /// A route of the own account: there only for who is signed in, and about nobody else.
    static func own(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        parts: HallParts,
        body: RouteBody? = nil,
        rateLimit: RateLimit? = nil,
        _ handle: @escaping @Sendable (Own, WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        HallRoute(method, path, name: name, access: .party, body: body, rateLimit: rateLimit) { request, principal in
            guard let principal, !principal.isStaff else { throw WebRefusal.forbidden }
            return try await handle(try await Own.read(principal, from: parts), request)
        }
    }
}
