import Access
import Acting
import Casework
import Directory
import EventLog
import HTML
import Kernel
import WebServer

extension Workspace {
    /// Those who work on cases see what their agency disputes.
    static let disputing = AccessRule.anyPermission(working)
    private static let deciding = AccessRule.permission(Permission(.approveDecision, .agency))

    var disputeRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/disputes", name: "DisputesPage", access: Workspace.disputing) { request, principal in
                try await disputes(request, principal)
            },
            DeskRoute(.get, "/disputes/{number}", name: "DisputePage", access: Workspace.disputing) {
                request,
                principal in
                let (principal, content) = try await dispute(request, principal)
                try await access.record(.personalSeen, by: principal, on: content.number, from: request.peer)
                return disputePage(content, request, principal)
            },
        ]
            + DisputeAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/disputes/{number}/\(act.rawValue)"),
                    name: "Dispute.\(act.rawValue)",
                    access: Workspace.deciding
                ) { request, principal in try await handle(act, request, principal) }
            }
    }

    private static let disputesShown = 100

    private func disputes(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        let found = try await log.read(principal.realm) { reading in
            try reading.openDisputes(of: agency.text, limit: Workspace.disputesShown).compactMap { row in
                try DisputeContent(number: row.number, for: agency, in: reading)
            }
        }
        let page = DisputesPage(disputes: found, today: today)
        return .page(frame.page("管辖权争议", for: principal, request) { page })
    }

    /// Returns the dispute if the reader's agency is concerned.
    private func dispute(_ request: WebRequest, _ principal: Principal?) async throws -> (Principal, DisputeContent) {
        guard let principal else { throw WebRefusal.forbidden }
        let number = try request.parameter("number")
        let content = try await log.read(principal.realm) { reading in
            try DisputeContent(number: number, for: principal.agency, in: reading)
        }
        guard let content else { throw WebRefusal.notFound }
        return (principal, content)
    }

    private func disputePage(
        _ content: DisputeContent,
        _ request: WebRequest,
        _ principal: Principal,
        refused: (act: DisputeAct, wording: Wording)? = nil
    ) -> WebAnswer {
        let decides = AccessDecision.decide(principal, Workspace.deciding) == .allowed
        let hidden = [
            request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
            HiddenField(ActForm.seen, String(content.version)),
        ]
        let page = DisputePage(
            content: content,
            today: today,
            acts: decides ? content.offered : [],
            hidden: hidden,
            typed: request.form.values,
            refused: refused
        )
        let crumbs = [Crumb("管辖权争议", to: WorkspacePath.disputes), Crumb(content.number)]
        return .page(
            frame.page("管辖权争议 \(content.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? 200
        )
    }

    private func handle(_ act: DisputeAct, _ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await dispute(request, principal)
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let post = principal.posts.first { $0.responsibility == .approve } ?? principal.posts.first
        let submitted = SubmittedAct(realm: principal.realm, actor: try await actor(principal, from: post), key: key)
        do {
            try await submit(act, content, request, as: submitted)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            let (_, content) = try await dispute(request, principal)
            return disputePage(content, request, principal, refused: (act, wording))
        }
        let issued = await documents(of: content.id, in: principal.realm, request)
        return .redirect(
            to: WorkspacePath.dispute(content.number),
            flash: FlashMessage("已办理：\(act.verb.chinese)\(issued)")
        )
    }

    private func submit(
        _ act: DisputeAct,
        _ content: DisputeContent,
        _ request: WebRequest,
        as submitted: SubmittedAct
    ) async throws {
        let fields = ActFields(act.rawValue, request.form.values)
        let (id, seen, reasons) = (content.id, CaseAct.seen(request), fields.text("reasons"))
        let side = JurisdictionDispute.Side(rawValue: fields.text("side"))
        switch act {
        case .consult:
            guard let side else { throw CaseworkError.detailsMissing("由哪个机关管辖") }
            let command = ConsultOnDispute(caseFile: id, seen: seen, proposed: side, opinion: reasons)
            _ = try await log.submit(command, as: submitted)
        case .reportDispute:
            _ = try await log.submit(ReportDispute(caseFile: id, seen: seen, opinion: reasons), as: submitted)
        case .designate:
            guard let side else { throw CaseworkError.detailsMissing("由哪个机关管辖") }
            let command = DesignateJurisdiction(
                caseFile: id,
                seen: seen,
                to: side,
                document: fields.text("document"),
                reasons: reasons
            )
            _ = try await log.submit(command, as: submitted)
        }
    }
}
