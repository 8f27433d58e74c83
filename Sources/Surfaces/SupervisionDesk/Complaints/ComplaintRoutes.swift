import Access
import Directory
import EventLog
import HTML
import Kernel
import Participation
import Supervision
import WebServer

/// Complaints and reports that were upheld, for those who judge; who is complained of sees none of it here.
struct ComplaintRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.complaints, "complaints", DeskAccess.judging, list),
            route(.get, SupervisionPath.Pattern.complaint, "complaint", DeskAccess.judging) { request, principal in
                let complaint = try await found(request, principal)
                return page(complaint, request, principal, request.query["follows"], OrderDraftPage.Answer())
            },
            route(.post, SupervisionPath.Pattern.orderAboutComplaint, "orderAboutComplaint", DeskAccess.judging, draft),
        ]
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.handleFinding])
        let today = parts.today
        let complaints = try await parts.read { reading in
            let agencies = try reading.agencies(in: scope, on: today).map(\.id)
            let rows = try reading.upheldComplaints(of: agencies, limit: ComplaintListPage.rows)
            let orders = try reading.orders(aboutComplaints: rows.map(\.id))
            return try rows.compactMap { try UpheldComplaint($0, orders[$0.id] ?? [], reading) }
        }
        return .page(ComplaintListPage(desk: DeskSite(parts, request, principal), complaints: complaints))
    }

    private func found(_ request: WebRequest, _ principal: Principal?) async throws -> UpheldComplaint {
        let number = request.parameters["number"] ?? ""
        let found = try await parts.read { reading in
            try reading.letter(number: number).flatMap { row in
                try UpheldComplaint(row, reading.orders(aboutComplaints: [row.id])[row.id] ?? [], reading)
            }
        }
        guard let found else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, DeskAccess.judging, at: found.place) == .allowed else {
            throw WebRefusal.forbidden
        }
        return found
    }

    private func page(
        _ complaint: UpheldComplaint,
        _ request: WebRequest,
        _ principal: Principal?,
        _ follows: String?,
        _ answer: OrderDraftPage.Answer
    ) -> WebAnswer {
        .page(
            ComplaintPage(
                desk: DeskSite(parts, request, principal),
                complaint: complaint,
                follows: follows.map { CorrectionOrder.ID($0) },
                limits: parts.orderLimits,
                hidden: parts.hidden(request),
                answer: answer
            ),
            status: answer.fault == nil ? 200 : 422
        )
    }

    private func draft(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let complaint = try await found(request, principal)
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let form = request.form.values
        var answer = OrderDraftPage.Answer(kind: form["kind"], ground: form["ground"], demand: form["demand"] ?? "")
        guard let kind = form["kind"].flatMap(OrderKind.init(rawValue:)) else {
            answer.fault = OrderDraftPage.Answer.kindMissing
            return page(complaint, request, principal, form["follows"], answer)
        }
        let command = DraftOrder(
            complaint: complaint.id,
            of: Agency.ID(complaint.record.agency),
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
        return page(complaint, request, principal, form["follows"], answer)
    }
}
