import Access
import Directory
import EventLog
import Kernel
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
        let view = WallView(request.query)
        let home = try DeskScope(principal, for: [.readFindings])
        let scope = try home.narrowed(to: view.division)
        let now = parts.log.clock.now
        let (snapshot, way) = try await parts.read { reading in
            (
                try reading.wall(scope, narrowedTo: view.division, at: now),
                try reading.way(from: home, to: view.division, on: now.day)
            )
        }
        let desk = DeskSite(parts, request, principal)
        if request.wantsSheet { return snapshot.sheet.answer(principal, at: now) }
        return view.isWall
            ? .page(HallWallPage(desk: desk, view: view, snapshot: snapshot, way: way))
            : .page(WallPage(desk: desk, view: view, snapshot: snapshot, way: way))
    }

    private func live(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let division = WallView(request.query).division
        let scope = try DeskScope(principal, for: [.readFindings]).narrowed(to: division)
        return .events(try parts.wall.open(scope, narrowedTo: division))
    }
}

extension EventReading {
    /// The divisions from that of who looks down to the one looked at; empty where that is the same.
    fileprivate func way(from home: DeskScope, to division: Division.Code?, on today: Day) throws -> [Division] {
        guard let division, case .division(let first) = home, first != division else { return [] }
        return try reader.divisionTree(in: realm).path(to: division, on: today).filter { first.contains($0.code) }
    }
}
