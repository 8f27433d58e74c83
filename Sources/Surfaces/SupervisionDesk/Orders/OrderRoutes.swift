import Access
import Casework
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Supervision
import WebServer

/// Correction orders: the list, one order, its paper, and what supervisors and agency do about it.
struct OrderRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.orders, "orders", DeskAccess.findings, list),
            route(.get, SupervisionPath.Pattern.order, "order", DeskAccess.findings, show),
            route(.get, SupervisionPath.Pattern.orderDocument, "orderDocument", DeskAccess.findings, document),
            route(.get, SupervisionPath.Pattern.draftOrder, "draftOrder", DeskAccess.judging, draftForm),
            route(.post, SupervisionPath.Pattern.draftOrder, "submitOrder", DeskAccess.judging, draft),
        ]
            + OrderAct.allCases.map { act in
                route(.post, SupervisionPath.Pattern.order(act), "\(act.rawValue)Order", act.access) {
                    request,
                    principal in
                    try await submit(act, request, principal)
                }
            }
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding])
        let today = parts.today
        let orders = try await parts.read { reading in
            try reading.orders(to: reading.agencies(in: scope, on: today).map(\.id), limit: OrderListPage.rows)
        }
        return .page(
            OrderListPage(
                desk: DeskSite(parts, request, principal),
                orders: orders,
                seesComplaints: AccessDecision.decide(principal, DeskAccess.judging) == .allowed,
                today: today
            )
        )
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        try await page(request, principal, OrderForms.Answer())
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ answer: OrderForms.Answer
    ) async throws -> WebAnswer {
        let (record, actors) = try await found(request, principal, DeskAccess.findings)
        let place = Place.of(record.terms)
        let forms = OrderForms(
            record: record,
            mayExplain: AccessDecision.decide(principal, DeskAccess.explaining, at: place) == .allowed,
            mayJudge: AccessDecision.decide(principal, DeskAccess.judging, at: place) == .allowed,
            hidden: parts.hidden(request),
            answer: answer
        )
        let page = OrderPage(desk: DeskSite(parts, request, principal), record: record, actors: actors, forms: forms)
        return .page(page, status: answer.fault == nil ? 200 : 422)
    }

    private func found(
        _ request: WebRequest,
        _ principal: Principal?,
        _ rule: AccessRule
    ) async throws -> (OrderRecord, ActorNames) {
        let id = CorrectionOrder.ID(request.parameters["order"] ?? "")
        let found = try await parts.read { reading in
            try reading.orderRecord(id).map { ($0, try reading.actors(of: $0.life)) }
        }
        guard let found else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, rule, at: Place.of(found.0.terms)) == .allowed else {
            throw WebRefusal.forbidden
        }
        return found
    }

    private func document(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (record, _) = try await found(request, principal, DeskAccess.findings)
        guard let content = record.document(isDemonstration: parts.isDemonstration) else { throw WebRefusal.notFound }
        return .file(
            named: "\(record.terms.kind.chinese)\(record.order.number ?? "").pdf",
            type: "application/pdf",
            bytes: try await parts.renderer.render(content),
            isShown: true
        )
    }

    private func submit(_ act: OrderAct, _ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (record, _) = try await found(request, principal, act.access)
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let deed = Act(realm: parts.realm, actor: principal.actor(judging: act.isJudging), key: key)
        let text = request.form.values["\(act.rawValue)-text"] ?? ""
        do {
            let status = try await perform(act, record.id, text, request.form.values, as: deed)
            return .redirect(
                to: SupervisionPath.order(record.id),
                flash: FlashMessage("已记录，该文书现为“\(status.chinese)”。")
            )
        } catch let refusal as SupervisionError {
            let fault = SupervisionWording.refusal(refusal)
            return try await page(request, principal, OrderForms.Answer(act: act, text: text, fault: fault))
        } catch let refusal as AuthorityRefusal {
            let fault = SupervisionWording.refusal(refusal)
            return try await page(request, principal, OrderForms.Answer(act: act, text: text, fault: fault))
        }
    }

    private func perform(
        _ act: OrderAct,
        _ order: CorrectionOrder.ID,
        _ text: String,
        _ form: FormValues,
        as deed: Act
    ) async throws -> CorrectionOrder.Status {
        let log = parts.log
        switch act {
        case .cosign: return try await log.submit(CosignOrder(order: order), as: deed).answer
        case .receive: return try await log.submit(ReceiveOrder(order: order), as: deed).answer
        case .reply:
            let words = (form["acts"] ?? "").split { "、，,; ；".contains($0) }
            // What is no number is no act of the case; the command refuses it as such.
            let command = ReplyToOrder(order: order, text: text, acts: words.map { Int($0) ?? 0 })
            return try await log.submit(command, as: deed).answer
        case .object: return try await log.submit(ObjectToOrder(order: order, text: text), as: deed).answer
        case .answer:
            let command = AnswerObjection(order: order, isUpheld: form["outcome"] == "upheld", text: text)
            return try await log.submit(command, as: deed).answer
        case .conclude:
            guard let outcome = form["outcome"].flatMap(OrderOutcome.init(rawValue:)) else { throw WebRefusal.notFound }
            let command = ConcludeOrder(order: order, outcome: outcome, opinion: text)
            return try await log.submit(command, as: deed).answer
        }
    }

    private func draftForm(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        try await draftPage(request, principal, request.query["follows"], OrderDraftPage.Answer())
    }

    private func draftPage(
        _ request: WebRequest,
        _ principal: Principal?,
        _ follows: String?,
        _ answer: OrderDraftPage.Answer
    ) async throws -> WebAnswer {
        let key = try FindingKey(request)
        let calendar = parts.supervisor.calendar
        let found = try await parts.read { reading in
            try reading.findingRecord(key.number, of: key.matter, in: calendar).map { record in
                (record, try reading.place(of: key.matter))
            }
        }
        guard let (record, place) = found, let place else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, DeskAccess.judging, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        let page = OrderDraftPage(
            desk: DeskSite(parts, request, principal),
            finding: record,
            follows: follows.map { CorrectionOrder.ID($0) },
            limits: parts.orderLimits,
            hidden: parts.hidden(request),
            answer: answer
        )
        return .page(page, status: answer.fault == nil ? 200 : 422)
    }

    private func draft(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let finding = try FindingKey(request)
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let form = request.form.values
        let place = try await parts.read { reading in try reading.place(of: finding.matter) }
        guard let place else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, DeskAccess.judging, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        var answer = OrderDraftPage.Answer(kind: form["kind"], ground: form["ground"], demand: form["demand"] ?? "")
        guard let kind = form["kind"].flatMap(OrderKind.init(rawValue:)) else {
            answer.fault = OrderDraftPage.Answer.kindMissing
            return try await draftPage(request, principal, form["follows"], answer)
        }
        let command = DraftOrder(
            matter: finding.matter,
            finding: finding.number,
            kind: kind,
            demand: answer.demand,
            ground: form["ground"].flatMap(OrderGround.init(rawValue:)),
            follows: form["follows"].map { CorrectionOrder.ID($0) },
            limits: parts.orderLimits
        )
        switch try await parts.draft(command, as: principal, key) {
        case .done(let answer): return answer
        case .refused(let fault): answer.fault = fault
        }
        return try await draftPage(request, principal, form["follows"], answer)
    }
}

extension SupervisionDeskParts {
    /// What became of a draft that was sent.
    enum Drafted: Sendable {
        case done(WebAnswer)
        case refused(String)
    }

    /// Drafts an order; the answer leads to it.
    func draft(_ command: DraftOrder, as principal: Principal, _ key: String) async throws -> Drafted {
        let deed = Act(realm: realm, actor: principal.actor(judging: true), key: key)
        do {
            let id = try await log.submit(command, as: deed).answer
            return .done(.redirect(to: SupervisionPath.order(id), flash: FlashMessage("已签署，待另一名监督人员会签。")))
        } catch let refusal as SupervisionError {
            return .refused(SupervisionWording.refusal(refusal))
        } catch let refusal as AuthorityRefusal {
            return .refused(SupervisionWording.refusal(refusal))
        }
    }
}

extension OrderAct {
    fileprivate var access: AccessRule { isJudging ? DeskAccess.judging : DeskAccess.explaining }
}

extension Place {
    /// Where the agency of an order acts.
    fileprivate static func of(_ terms: OrderTerms) -> Place {
        Place(agency: Agency.ID(terms.agency), division: Division.Code(terms.division))
    }
}
