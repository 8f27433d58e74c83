import Access
import Acting
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import Parties
import WebServer

extension Workspace {
    /// Those who sit at the window and see letters of authority.
    static let mandating = AccessRule.permission(.confirmMandate)

    var mandateRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/mandates", name: "MandatesPage", access: Workspace.mandating) { request, principal in
                try await mandates(request, principal, refused: nil)
            },
            DeskRoute(.get, "/mandates/{mandate}/letter", name: "MandateLetter", access: Workspace.mandating) {
                request,
                principal in try await letter(request, principal)
            },
            DeskRoute(.post, "/mandates/{mandate}/decide", name: "DecideMandate", access: Workspace.mandating) {
                request,
                principal in
                let id = Mandate.ID(try request.parameter("mandate"))
                let form = request.form.values
                let isConfirmed = form["act"] == "confirm"
                let reason = isConfirmed ? "" : form["reason-\(id)"] ?? ""
                let command = DecideMandate(id, isConfirmed: isConfirmed, reason: reason)
                return try await handle(command, isConfirmed ? "已确认代理" : "已退回代理申请", request, principal)
            },
            DeskRoute(.post, "/mandates/{mandate}/withdraw", name: "WithdrawMandate", access: Workspace.mandating) {
                request,
                principal in
                let id = Mandate.ID(try request.parameter("mandate"))
                let command = WithdrawMandate(id, reason: request.form.values["reason-\(id)"] ?? "")
                return try await handle(command, "代理已终止", request, principal)
            },
        ]
    }

    private static let mandatesShown = 50

    private func mandates(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording?
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let today = today
        let code = (request.query["code"] ?? "").uppercased()
        let (rows, agents) = try await log.read(principal.realm) { reading in
            let rows =
                code.isEmpty
                ? try reading.mandates(in: .asked, limit: Workspace.mandatesShown)
                : try reading.mandates(ofFirm: code)
            return (rows, try reading.parties(rows.map(\.agent)))
        }
        if !rows.isEmpty {
            try await access.record(.personalSeen, by: principal, on: "mandates", from: request.peer)
        }
        let page = MandatesPage(
            code: code,
            lines: rows.map { row in
                MandatesPage.Line(
                    row: row,
                    agent: agents[row.agent],
                    isInForce: row.isInForce(on: today),
                    key: FormKey.field(log.randomness, at: log.clock.now)
                )
            },
            refused: refused,
            token: request.forgeryField
        )
        return .page(frame.page("单位代理", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func letter(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let id = try request.parameter("mandate")
        let terms = try await log.read(principal.realm) { try $0.state(Mandate.self, id).state.terms }
        guard let letter = terms?.letter else { throw WebRefusal.notFound }
        return try await foreignFile(
            letter,
            of: id,
            remark: "mandate letter",
            request,
            principal,
            back: WorkspacePath.mandates
        )
    }

    private func handle<C: Command>(
        _ command: C,
        _ done: String,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            _ = try await log.submit(command, as: Act(realm: principal.realm, actor: principal.actor, key: key))
            return .redirect(to: WorkspacePath.mandates, flash: FlashMessage(done))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await mandates(request, principal, refused: wording)
        }
    }
}
