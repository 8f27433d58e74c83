import Casework
import Access
import WebServer

/// The replay of a case.
struct CaseRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.caseFile,
                name: "supervisedCase",
                access: DeskAccess.findings,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let number = request.parameters["number"] ?? ""
        guard
            let replay = try await parts.read({ [supervisor = parts.supervisor] reading in
                try reading.replay(number, supervisor)
            })
        else {
            throw WebRefusal.notFound
        }
        let place = Place.of(replay.opening.item)
        guard AccessDecision.decide(principal, DeskAccess.findings, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        return .page(CaseReplayPage(desk: DeskSite(parts, request, principal), replay: replay))
    }
}
