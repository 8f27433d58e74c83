import Access
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import Parties
import WebServer

/// Acting for firms: asking for it, the firm's cases, and who else acts for it.
struct FirmRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            .own(.get, HallPath.Pattern.firms, "hall.firms", parts: parts) { own, request in
                try await list(own, request, errors: [])
            },
            .own(
                .post,
                HallPath.Pattern.firms,
                "hall.firms.ask",
                parts: parts,
                body: .form(.files),
                rateLimit: RateLimit(20, per: .seconds(600))
            ) { own, request in try await ask(own, request) },
            .own(.get, HallPath.Pattern.firm, "hall.firm", parts: parts) { own, request in
                try await firm(own, request)
            },
            .own(.post, HallPath.Pattern.firmDecide, "hall.firm.decide", parts: parts) { own, request in
                let target = Mandate.ID(request.form.values["mandate"] ?? "")
                let isConfirmed = request.form.values["act"] == "confirm"
                return try await keep(own, request, done: isConfirmed ? "已确认。" : "已退回。") { keeper in
                    DecideMandate(
                        target,
                        isConfirmed: isConfirmed,
                        reason: isConfirmed ? "" : "单位管理员退回",
                        keeper: keeper
                    )
                }
            },
            .own(.post, HallPath.Pattern.firmRemove, "hall.firm.remove", parts: parts) { own, request in
                let target = Mandate.ID(request.form.values["mandate"] ?? "")
                return try await keep(own, request, done: "已取消委托，立即生效。") { keeper in
                    WithdrawMandate(target, reason: "单位取消委托", keeper: keeper)
                }
            },
            .own(.post, HallPath.Pattern.firmLeave, "hall.firm.leave", parts: parts) { own, request in
                try await leave(own, request)
            },
        ]
    }

    private func list(
        _ own: Own,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        guard own.person != nil else {
            return .redirect(
                to: HallPath.realName(then: HallPath.firms),
                flash: FlashMessage("代单位办理须先登记实名信息。", tone: .active)
            )
        }
        let page = FirmsPage(
            site: parts.site,
            today: parts.today,
            mandates: own.mandates,
            typed: request.form.values,
            errors: errors,
            hidden: hidden(request),
            messages: request.messages
        )
        return .page(page, status: status)
    }

    private func ask(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        guard own.person != nil else { throw WebRefusal.forbidden }
        let values = request.form.values
        let files = request.form.files("letter")
        guard let file = files.first, !file.bytes.isEmpty, files.count == 1 else {
            let fault = FieldError(field: "letter", message: "授权委托书应上传一个有内容的文件，实际没有。")
            return try await list(own, request, errors: [fault], status: 422)
        }
        do {
            let request = RequestMandate(
                firm: values["organizationName"] ?? "",
                code: values["creditCode"] ?? "",
                isKeeper: values["keeper"] == "yes",
                until: try day(values["until"] ?? ""),
                letter: nil
            )
            // Nothing is stored for what would be refused.
            try request.check(own.principal.actor, on: parts.today)
        } catch {
            return try await list(own, request, errors: [try fault(error)], status: 422)
        }
        do {
            let letter = try await parts.store([file])[0]
            let command = RequestMandate(
                firm: values["organizationName"] ?? "",
                code: values["creditCode"] ?? "",
                isKeeper: values["keeper"] == "yes",
                until: try day(values["until"] ?? ""),
                letter: letter
            )
            _ = try await parts.log.submit(command, as: act(own, request))
            return .redirect(to: HallPath.firms, flash: FlashMessage("申请已提交，等待窗口或者单位管理员确认。"))
        } catch {
            return try await list(own, request, errors: [try fault(error)], status: 422)
        }
    }

    /// The page of a firm, for its agents alone.
    private func firm(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        guard let mandate = own.mandate(request.parameters["mandate"] ?? "", on: parts.today) else { return gone }
        let (cases, others, names) = try await parts.read { reading in
            let parties = try reading.reader.organizations(code: mandate.code, in: reading.realm)
            let cases = parties.isEmpty ? [] : try reading.applications(ofParties: parties, limit: 200)
            let others = mandate.isKeeper ? try reading.mandates(ofFirm: mandate.code) : []
            return (cases, others, try reading.parties(others.map(\.agent)).mapValues { $0.name ?? "已依法删除" })
        }
        return .page(
            FirmPage(
                site: parts.site,
                mandate: mandate,
                cases: cases.map { OwnThings.OwnCase($0) },
                others: others.filter { $0.agent != mandate.agent && $0.state != .refused }.map { row in
                    FirmPage.Agent(
                        id: row.id.text,
                        name: names[row.agent].map { Masking.name($0, .middle) } ?? "",
                        state: row.state,
                        isInForce: row.isInForce(on: parts.today),
                        until: row.until.chinese
                    )
                },
                hidden: hidden(request),
                messages: request.messages
            )
        )
    }

    /// What only the firm's keeper does, under the own mandate that the address names.
    private func keep<C: Command>(
        _ own: Own,
        _ request: WebRequest,
        done: String,
        _ command: (Mandate.ID) -> C
    ) async throws -> WebAnswer {
        guard let mandate = own.mandate(request.parameters["mandate"] ?? "", on: parts.today), mandate.isKeeper
        else { return gone }
        do {
            _ = try await parts.log.submit(command(mandate.id), as: act(own, request))
            return .redirect(to: HallPath.firm(mandate.id), flash: FlashMessage(done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            return .refused(wording, site: parts.site, back: ("返回单位", HallPath.firm(mandate.id)))
        }
    }

    /// The agent lays the mandate down, or takes the request back.
    private func leave(_ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let id = request.parameters["mandate"] ?? ""
        guard own.mandates.contains(where: { $0.id.text == id }) else { return gone }
        do {
            let command = WithdrawMandate(Mandate.ID(id), reason: "代理人辞去委托")
            _ = try await parts.log.submit(command, as: act(own, request))
            return .redirect(to: HallPath.firms, flash: FlashMessage("已辞去。"))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            return .refused(wording, site: parts.site, back: ("返回", HallPath.firms))
        }
    }

    private var gone: WebAnswer {
        .refused(HallWording(PartiesError.noMandate), site: parts.site, back: ("我代理的单位", HallPath.firms))
    }

    private func fault(_ error: any Error) throws -> FieldError {
        guard let wording = HallWording.of(error) else { throw error }
        let field = wording.field == "name" ? "organizationName" : wording.field ?? "organizationName"
        return FieldError(field: field, message: wording.sentence)
    }

    private func day(_ text: String) throws(PartiesError) -> Day {
        guard let day = Day(text) else { throw .mandateTerm(longestYears: RequestMandate.longestYears) }
        return day
    }

    private func act(_ own: Own, _ request: WebRequest) -> Act {
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        return Act(realm: parts.realm, actor: own.principal.actor, key: key)
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
    }
}
