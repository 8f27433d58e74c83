import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// The pages of a public supervisor, in the own account.
struct OwnSupervisionRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            own(.get, HallPath.Pattern.ownSupervision, "hall.supervision") { own, request in
                try await start(own, request, errors: [])
            },
            own(.post, HallPath.Pattern.ownSupervision, "hall.supervision.take") { own, request in
                try await take(own, request)
            },
            own(.post, HallPath.Pattern.ownOpinions, "hall.supervision.opinion") { own, request in
                try await giveOpinion(own, request)
            },
            own(.get, HallPath.Pattern.sampledCase, "hall.supervision.sample") { own, request in
                let (supervision, sampled) = try await sampled(own, request)
                return .page(page(supervision, sampled, errors: [], request))
            },
            own(.post, HallPath.Pattern.sampledOpinion, "hall.supervision.sample.opinion") { own, request in
                let (supervision, sampled) = try await sampled(own, request)
                return try await submit(.sampled(sampled.place), supervision, request) { fault in
                    page(supervision, sampled, errors: [fault], request)
                }
            },
        ]
    }

    private func own(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ handle: @escaping @Sendable (Own, WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        .own(method, path, name, parts: parts, rateLimit: FollowRoutes.rateLimit, handle)
    }

    private func start(
        _ own: Own,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        guard let supervision = try await OwnSupervision.read(own, from: parts) else {
            let page = TakeUpPage(
                site: parts.site,
                number: request.form.values["number"] ?? "",
                errors: errors,
                token: request.forgeryField,
                messages: request.messages
            )
            return .page(page, status: status)
        }
        let agencies = try await agencies(of: supervision)
        let page = OwnSupervisionPage(
            site: parts.site,
            supervision: supervision,
            today: parts.today,
            agencies: agencies.map { Choice($0.id.text, $0.profile.name) },
            typed: request.form.values,
            errors: errors,
            hidden: hidden(request),
            messages: request.messages
        )
        return .page(page, status: status)
    }

    private func agencies(of supervision: OwnSupervision) async throws -> [AgencyRow] {
        guard let division = Division.Code(supervision.supervisor.division) else { return [] }
        let today = parts.today
        return try await parts.read { try $0.reader.agencies(of: division, in: $0.realm, on: today) }
    }

    /// Takes up the appointment of who names number and code of the letter of appointment.
    private func take(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let number = String((request.form.values["number"] ?? "").trimmedEnds.prefix(40))
        let digest = QueryCode(typed: request.form.values["query"] ?? "")?.digest(under: parts.queryKey)
        let found = try await parts.read { reading in
            try digest.flatMap { try reading.publicSupervisor(number: number, queryDigest: $0) }
        }
        guard let found else {
            let fault = FieldError(field: "number", message: "没有这份聘任书，或者编号和领取码不符。")
            return try await start(own, request, errors: [fault], status: 404)
        }
        try await parts.accounts.keep(Belonging(.supervisor, found.id.text), of: own.principal, from: request.peer)
        return .redirect(to: HallPath.ownSupervision, flash: FlashMessage("已领取聘任书。"))
    }

    private func giveOpinion(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        guard let supervision = try await OwnSupervision.read(own, from: parts) else { throw WebRefusal.notFound }
        let agency = Agency.ID(request.form.values["agency"] ?? "")
        let code = (request.form.values["item"] ?? "").trimmedEnds
        var about = GiveOpinion.About.agency(agency)
        if !code.isEmpty {
            guard let item = try await PublicItem.read(String(code), from: parts) else {
                let fault = FieldError(field: "item", message: "目录中没有这个编码的公开事项。")
                return try await start(own, request, errors: [fault], status: 422)
            }
            about = .item(item.id, at: agency)
        }
        let sent = try await result(of: about, supervision, request)
        switch sent {
        case .success(let answer): return answer
        case .failure(let fault): return try await start(own, request, errors: [fault.error], status: fault.status)
        }
    }

    private func submit(
        _ about: GiveOpinion.About,
        _ supervision: OwnSupervision,
        _ request: WebRequest,
        again page: (FieldError) -> any Component
    ) async throws -> WebAnswer {
        switch try await result(of: about, supervision, request) {
        case .success(let answer): answer
        case .failure(let fault): .page(page(fault.error), status: fault.status)
        }
    }

    /// Why an opinion was not taken, at which field.
    private struct Fault: Error {
        let error: FieldError
        let status: Int
    }

    private func result(
        of about: GiveOpinion.About,
        _ supervision: OwnSupervision,
        _ request: WebRequest
    ) async throws -> Result<WebAnswer, Fault> {
        let command = GiveOpinion(
            supervision.supervisor.id,
            about: about,
            text: request.form.values["opinion"] ?? "",
            parts.publicSupervision
        )
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let act = Act(realm: parts.realm, actor: Writer.actor, key: key, correlation: supervision.supervisor.id.text)
        do {
            let answer = try await parts.log.submit(command, as: act).answer
            let done = FlashMessage("意见已提交，编号 \(answer.number)。")
            return .success(.redirect(to: HallPath.ownSupervision, flash: done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let field = FieldError(field: wording.field ?? "opinion", message: wording.sentence)
            return .failure(Fault(error: field, status: wording.status))
        }
    }

    /// One case of the own sample; what was not drawn, and the own cases, are not there.
    private func sampled(_ own: Own, _ request: WebRequest) async throws -> (OwnSupervision, SampledCase) {
        guard let supervision = try await OwnSupervision.read(own, from: parts),
            let sampled = supervision.sample.first(where: { String($0.place) == request.parameters["place"] }),
            !sampled.isOwn
        else { throw WebRefusal.notFound }
        return (supervision, sampled)
    }

    private func page(
        _ supervision: OwnSupervision,
        _ sampled: SampledCase,
        errors: [FieldError],
        _ request: WebRequest
    ) -> SampledCasePage {
        SampledCasePage(
            site: parts.site,
            sampled: sampled,
            deadline: CaseDeadline(calendar: parts.calendar, today: parts.today).chip(of: sampled.stage),
            mayGiveOpinion: supervision.isInOffice,
            typed: request.form.values["opinion"] ?? "",
            errors: errors,
            hidden: hidden(request)
        )
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
    }
}
