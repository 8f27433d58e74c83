import Kernel
import EventLog
import Access
import WebServer

/// The wall and the stream that renews it.
struct WallRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.wall,
                name: "supervisionWall",
                access: DeskAccess.wall,
                handler: wall
            ),
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.live,
                name: "supervisionLive",
                access: DeskAccess.wall,
                handler: live
            ),
        ]
    }

    private func wall(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.readFindings])
        let now = parts.log.clock.now
        let snapshot = try await parts.read { reading in try reading.wall(scope, at: now) }
        let view = WallView(request.query)
        let desk = DeskSite(parts, request, principal)
        if request.wantsSheet { return snapshot.sheet.answer(principal, at: now) }
        return view.isWall
            ? .page(HallWallPage(desk: desk, view: view, snapshot: snapshot))
            : .page(WallPage(desk: desk, view: view, snapshot: snapshot))
    }

    private func live(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        .events(try parts.wall.open(DeskScope(principal, for: [.readFindings])))
    }
}
