import Access
import Acting
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Participation
import Supervision
import WebServer

/// Public supervisors: appointing, ending, having cases drawn for them, and what waits for an answer.
struct PublicSupervisorRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.publicSupervisors,
                name: "publicSupervisors",
                access: DeskAccess.supervisors
            ) { request, principal in try await list(request, principal) },
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.publicSupervisors,
                name: "appointPublicSupervisor",
                access: DeskAccess.supervisors,
                handler: appoint
            ),
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.publicSupervisor,
                name: "publicSupervisor",
                access: DeskAccess.supervisors
            ) { request, principal in try await show(request, principal) },
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.drawSample,
                name: "drawSample",
                access: DeskAccess.supervisors
            ) { request, principal in
                let form = request.form.values
                let today = parts.today
                let command = DrawSample(
                    for: id(request),
                    from: form["drawFrom"].flatMap { Day($0) } ?? today,
                    through: form["drawThrough"].flatMap { Day($0) } ?? today,
                    count: form["count"].flatMap { Int($0) } ?? 0,
                    parts.publicSupervision
                )
                return try await act(command, "已抽取样本。", request, principal)
            },
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.endSupervisor,
                name: "endPublicSupervisor",
                access: DeskAccess.supervisors
            ) { request, principal in
                let command = EndPublicSupervisor(id(request), reason: request.form.values["reason"] ?? "")
                return try await act(command, "任期已提前结束。", request, principal)
            },
        ]
    }

    private func id(_ request: WebRequest) -> PublicSupervisor.ID {
        PublicSupervisor.ID(request.parameters["supervisor"] ?? "")
    }

    private static let shown = 50

    private func list(
        _ request: WebRequest,
        _ principal: Principal?,
        fault: String? = nil
    ) async throws -> WebAnswer {
        guard let home = principal?.division else { throw WebRefusal.forbidden }
        let today = parts.today
        let page = try await parts.read { [parts] reading in
            PublicSupervisorListPage(
                desk: DeskSite(parts, request, principal),
                today: today,
                supervisors: try reading.publicSupervisors(below: home.digits, notEndedBefore: today + -365),
                unanswered: try reading.unansweredOpinions(below: home.digits, limit: PublicSupervisorRoutes.shown),
                kinds: parts.publicSupervision.kinds.map { Choice($0.code, $0.chinese) },
                divisions: try reading.choices(from: home, on: today),
                typed: request.form.values,
                fault: fault,
                hidden: parts.hidden(request)
            )
        }
        return .page(page, status: fault == nil ? 200 : 422)
    }

    /// The code stands on the letter of appointment and nowhere else; sent twice, the form gives the same one.
    private func appoint(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let form = request.form.values
        guard let division = Division.Code(form["division"] ?? ""), let from = Day(form["from"] ?? ""),
            let through = Day(form["through"] ?? "")
        else { return try await list(request, principal, fault: "地区和任期应填写完整，日期如 2026-03-02") }
        let code = QueryCode(formKey: key, under: parts.queryKey)
        let command = AppointPublicSupervisor(
            person: form["person"] ?? "",
            unit: form["unit"] ?? "",
            kind: form["kind"] ?? "",
            division: division,
            from: from,
            through: through,
            queryDigest: code.digest(under: parts.queryKey),
            parts.publicSupervision
        )
        let act = Act(realm: parts.realm, actor: principal.actor(judging: true), key: key)
        do {
            let answer = try await parts.log.submit(command, as: act).answer
            return .page(
                AppointmentLetterPage(
                    desk: DeskSite(parts, request, principal),
                    supervisor: answer.supervisor,
                    number: answer.number,
                    code: code.text
                )
            )
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await list(request, principal, fault: wording.full)
        }
    }

    private func act(
        _ command: some Command,
        _ done: String,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        if let fault = try await parts.refusal(of: command, request, principal) {
            return try await show(request, principal, fault: fault)
        }
        return .redirect(to: SupervisionPath.publicSupervisor(id(request)), flash: FlashMessage(done))
    }

    private func show(
        _ request: WebRequest,
        _ principal: Principal?,
        fault: String? = nil
    ) async throws -> WebAnswer {
        let (id, home) = (id(request), principal?.division)
        let page = try await parts.read { [parts] reading -> PublicSupervisorPage? in
            guard let row = try reading.publicSupervisor(id), let place = Division.Code(row.division),
                home?.contains(place) == true
            else { return nil }
            let state = try reading.state(PublicSupervisor.self, id.text).state
            return PublicSupervisorPage(
                desk: DeskSite(parts, request, principal),
                today: parts.today,
                supervisor: row,
                end: state.end,
                draws: try state.draws.map { draw in
                    PublicSupervisorPage.Draw(
                        draw: draw,
                        cases: try reading.cases(draw.drawn.map { CaseFile.ID($0) }),
                        isReproduced: try reading.isReproduced(draw, of: row.division)
                    )
                },
                opinions: try reading.opinions(of: id, limit: PublicSupervisorRoutes.shown),
                mostSampled: parts.publicSupervision.mostSampled,
                typed: request.form.values,
                fault: fault,
                hidden: parts.hidden(request)
            )
        }
        guard let page else { throw WebRefusal.notFound }
        return .page(page, status: fault == nil ? 200 : 422)
    }
}
