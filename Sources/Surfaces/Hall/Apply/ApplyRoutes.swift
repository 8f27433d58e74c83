import Access
import Casework
import Catalog
import HTML
import Kernel
import Parties
import WebServer

/// From the start page of an application to its receipt; the draft is kept at every step.
struct ApplyRoutes: Sendable {
    let parts: HallParts

    typealias Step = @Sendable (ApplyDesk, DraftedApplication, WebRequest) async throws -> WebAnswer

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.apply, name: "hall.apply", access: .everyone) { request, principal in
                try await start(request, principal)
            },
            HallRoute(
                .post,
                HallPath.Pattern.apply,
                name: "hall.apply.begin",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(600))
            ) { request, principal in try await begin(request, principal) },
            step(.get, HallPath.Pattern.draft, "hall.draft") { desk, application, request in
                .page(desk.taskList(application, messages: request.messages))
            },
            step(.get, HallPath.Pattern.applicant, "hall.draft.applicant") { desk, application, request in
                try desk.applicant(application, request)
            },
            step(.post, HallPath.Pattern.applicant, "hall.draft.applicant.save") { desk, application, request in
                try await desk.saveApplicant(application, request)
            },
            step(.get, HallPath.Pattern.form, "hall.draft.form") { desk, application, request in
                try desk.form(application, request)
            },
            step(.post, HallPath.Pattern.form, "hall.draft.form.save") { desk, application, request in
                try await desk.saveForm(application, request)
            },
            step(.get, HallPath.Pattern.material, "hall.draft.material") { desk, application, request in
                try desk.material(application, request)
            },
            step(.post, HallPath.Pattern.material, "hall.draft.material.save", body: .form(.files)) {
                desk,
                application,
                request in try await desk.saveMaterial(application, request)
            },
            step(.get, HallPath.Pattern.review, "hall.draft.review") { desk, application, request in
                try desk.review(application, request)
            },
            step(.post, HallPath.Pattern.review, "hall.draft.submit") { desk, application, request in
                try await desk.submit(application, request)
            },
            HallRoute(.get, HallPath.Pattern.receipt, name: "hall.draft.receipt", access: .everyone) {
                request,
                principal in
                try await receipt(request, principal)
            },
        ]
    }

    /// A step of a draft that is there and not handed in yet; what was handed in leads to its receipt.
    private func step(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        body: RouteBody? = nil,
        _ handle: @escaping Step
    ) -> HallRoute {
        HallRoute(
            method,
            path,
            name: name,
            access: .everyone,
            body: body,
            rateLimit: RateLimit(120, per: .seconds(60))
        ) { request, principal in
            let desk = ApplyDesk(parts: parts, principal: principal)
            guard let application = try await desk.application(request) else {
                return .page(MissingPage.draft(site: parts.site), status: 404)
            }
            guard try await desk.mayGoOn(application) else { return .noMandate(site: parts.site) }
            if application.receipt != nil {
                return .redirect(to: HallPath.draft(application.draft.id, .receipt))
            }
            return try await handle(desk, application, request)
        }
    }

    private func start(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let item = try await PublicItem.read(request.parameters["code"] ?? "", from: parts) else {
            return .page(MissingPage.item(site: parts.site), status: 404)
        }
        if let refusal = refusal(of: item) { return refusal }
        let content = item.content
        var own: Own?
        if let principal { own = try await Own.read(principal, from: parts) }
        return .page(
            ApplyStartPage(
                site: parts.site,
                code: item.content.code,
                name: item.content.name,
                agency: content.agency?.name,
                promised: content.promisedLimit?.chinese,
                statutory: content.statutoryLimit?.period.chinese,
                fee: content.fee.map(GuideSection.fee),
                materials: (item.content.materials ?? []).filter { $0.source != .form }.map {
                    MaterialEntry($0, of: item.content.code)
                },
                firms: (own?.mandates ?? []).filter { $0.isInForce(on: parts.today) }.map {
                    Choice($0.id.text, $0.firm)
                },
                token: request.forgeryField
            )
        )
    }

    private func begin(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let item = try await PublicItem.read(request.parameters["code"] ?? "", from: parts) else {
            return .page(MissingPage.item(site: parts.site), status: 404)
        }
        if let refusal = refusal(of: item) { return refusal }
        guard let principal else {
            return .redirect(to: HallPath.draft(try await parts.drafts.begin(item.content.code).id))
        }
        let own = try await Own.read(principal, from: parts)
        let asked = request.form.values["mandate"] ?? ""
        let mandate = own.mandate(asked, on: parts.today)
        guard asked.isEmpty || mandate != nil else { return .noMandate(site: parts.site) }
        let draft = try await parts.drafts.begin(item.content.code)
        let ownDraft = OwnDraft(parts: parts, principal: principal)
        let filled = try await ownDraft.begin(draft, of: item, by: own, for: mandate, from: request.peer)
        return .redirect(
            to: HallPath.draft(draft.id),
            flash: filled ? FlashMessage("已用账号信息和上次的申请填好一部分，请核对。", tone: .active) : nil
        )
    }

    private func refusal(of item: PublicItem) -> WebAnswer? {
        guard !item.takesApplications else { return nil }
        let wording = item.obstacle.map { HallWording($0) } ?? .notOnline
        return .refused(wording, site: parts.site, back: ("返回办事指南", HallPath.item(item.content.code)))
    }

    private func receipt(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let desk = ApplyDesk(parts: parts, principal: principal)
        guard let application = try await desk.application(request) else {
            return .page(MissingPage.draft(site: parts.site), status: 404)
        }
        guard try await desk.mayGoOn(application) else { return .noMandate(site: parts.site) }
        guard let receipt = application.receipt else { return .redirect(to: HallPath.draft(application.draft.id)) }
        return .page(
            ReceiptPage(
                site: parts.site,
                item: application.name,
                agency: application.item.content.agency?.name,
                number: receipt.number,
                queryCode: application.draft.answers[DraftKey.mandate] == nil ? desk.queryCode(application).text : nil,
                isOwn: principal != nil,
                answerDue: receipt.due
            )
        )
    }
}

extension MissingPage {
    static func draft(site: HallSite) -> MissingPage {
        MissingPage(
            site: site,
            heading: "没有找到这份草稿",
            explanation: "链接可能不完整，或草稿已超过 30 天未动而被删除。已经提交的申请请用办件编号和查询码查询。",
            ways: [Way(label: "查询办件", address: HallPath.follow), Way(label: "重新申请", address: HallPath.items)]
        )
    }
}

extension WebAnswer {
    /// A draft for a firm whose agent one is no longer.
    static func noMandate(site: HallSite) -> WebAnswer {
        .refused(HallWording(PartiesError.noMandate), site: site, back: ("我代理的单位", HallPath.firms))
    }

    /// A page that says why something was refused and leads back.
    static func refused(_ wording: HallWording, site: HallSite, back: (label: String, address: String)) -> WebAnswer {
        .page(
            MissingPage(
                site: site,
                heading: wording.heading,
                explanation: wording.sentence,
                ways: [MissingPage.Way(label: back.label, address: back.address)]
            ),
            status: wording.status
        )
    }
}
