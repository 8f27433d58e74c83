import Access
import Acting
import Casework
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

extension Workspace {
    /// Those who publish for an agency also say why it is late.
    static let explaining = AccessRule.permission(Permission(.publishRecord, .agency))

    var delayRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/delays", name: "DelaysPage", access: Workspace.explaining) { request, principal in
                try await delays(request, principal, refused: nil)
            },
            DeskRoute(.post, "/delays/{case}", name: "ExplainDelay", access: Workspace.explaining) {
                request,
                principal in try await explain(request, principal)
            },
        ]
    }

    private static let delaysShown = 50
    /// A promise that was broken longer ago is history: who asks finds it in the case.
    private static let delayDays = 365

    private func delays(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording?
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let found = try await log.read(principal.realm) { [today] reading in
            try DelayRecord(reading, on: today).unexplained(
                of: agency,
                days: Workspace.delayDays,
                limit: Workspace.delaysShown
            )
        }
        let typed = request.form.values
        let page = DelaysPage(
            lines: found.map { late in
                DelaysPage.Line(
                    late: late,
                    key: FormKey.field(log.randomness, at: log.clock.now),
                    reason: typed["reason-\(late.id)"] ?? "",
                    hidden: typed["hidden-\(late.id)"] ?? ""
                )
            },
            refused: refused,
            token: request.forgeryField
        )
        return .page(frame.page("超期说明", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func explain(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let caseFile = CaseFile.ID(try request.parameter("case"))
        let form = request.form.values
        let command = ExplainDelay(
            caseFile: caseFile,
            reason: form["reason-\(caseFile)"] ?? "",
            hidden: HiddenParts.words(form["hidden-\(caseFile)"] ?? ""),
            masking
        )
        do {
            _ = try await log.submit(command, as: Act(realm: principal.realm, actor: principal.actor, key: key))
            return .redirect(to: WorkspacePath.delays, flash: FlashMessage("已公开超过承诺时限的原因"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await delays(request, principal, refused: wording)
        }
    }
}
