import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Bulk runs under way and done: how far they are, stopped, taken back.
struct RunRoutes {
    let parts: AdministrationParts

    private static let listed = 50
    private static let rows = 500

    var routes: [AdministrationRoute] {
        [
            route(.get, "/administration/runs", "adminRuns", list),
            route(.get, "/administration/runs/{run}", "adminRun", show),
            route(.get, "/administration/runs/{run}/live", "adminRunLive", live),
            route(.post, "/administration/runs/{run}/stop", "adminStopRun", stop),
            route(.post, "/administration/runs/{run}/undo", "adminUndoRun", undo),
        ]
    }

    private func route(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ handler: @escaping @Sendable (WebRequest, Principal?) async throws -> WebAnswer
    ) -> AdministrationRoute {
        AdministrationRoute(method, path, name: name, access: AdministrationAccess.bulk, handler: handler)
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.bulk)
        guard let division = principal.division else { throw WebRefusal.forbidden }
        let runs = try await parts.read { reading in
            try reading.reader.bulkRuns(of: division, in: reading.realm, limit: RunRoutes.listed)
        }
        let seen = runs.filter { RunRoutes.mayKeep(principal, $0) }
        return .page(RunListPage(visit: Visit(parts, request, principal), runs: seen))
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, run) = try await find(request, principal)
        let (rows, name) = try await parts.read { reading in
            (
                try reading.reader.bulkRows(of: run.id, in: reading.realm, limit: RunRoutes.rows),
                try reading.reader.officer(Officer.ID(run.startedBy), in: reading.realm)?.name
            )
        }
        let page = RunPage(
            visit: Visit(parts, request, principal),
            run: run,
            rows: rows,
            starter: name ?? run.startedBy
        )
        return .page(page)
    }

    private func live(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (_, run) = try await find(request, principal)
        return .events(try parts.hub.subscribe(to: [BulkWork.topic(run.id)]))
    }

    private func stop(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, run) = try await find(request, principal)
        return try await carryOut(StopBulkRun(run.id), run, request, principal)
    }

    private func undo(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, run) = try await find(request, principal)
        let command = UndoBulkRun(run.id, reason: request.form.values["reason"] ?? "")
        return try await carryOut(command, run, request, principal)
    }

    private func carryOut(
        _ command: some Command,
        _ run: BulkRunRow,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws -> WebAnswer {
        do {
            _ = try await parts.submit(command, on: run.id.text, request, principal)
            return .redirect(to: AdministrationPath.run(run.id))
        } catch let error as DirectoryError {
            let words = "\(AdministrationWording.refusal(error))\(AdministrationRemedy.of(error))。"
            return .redirect(to: AdministrationPath.run(run.id), flash: FlashMessage(words, tone: .bad))
        }
    }

    private func find(_ request: WebRequest, _ principal: Principal?) async throws -> (Principal, BulkRunRow) {
        let principal = try principal.required(AdministrationAccess.bulk)
        let id = BulkRun.ID(request.parameters["run"] ?? "")
        let run = try await parts.read { reading in try reading.reader.bulkRun(id, in: reading.realm) }
        guard let run, RunRoutes.mayKeep(principal, run) else { throw WebRefusal.notFound }
        return (principal, run)
    }

    /// Whoever began it, and whoever keeps the whole division.
    private static func mayKeep(_ principal: Principal, _ run: BulkRunRow) -> Bool {
        let place = Place(division: run.division)
        return principal.actor.id == run.startedBy
            || AccessDecision.decide(principal, AdministrationAccess.bulk, at: place) == .allowed
    }
}
