import Access
import Composition
import HTML
import Kernel
import WebServer

/// All routes of the program, surface by surface.
struct MountedSurfaces {
    typealias SurfaceRoute = Route<AccessRule, Principal?>

    static let signInPath = "/sign-in"
    static let newPasswordPath = "/password"

    let house: House
    let store: AccessStore
    let hub: EventHub
    let site: SiteIdentity

    func routes() throws(RouteTableError) -> RouteTable<AccessRule, Principal?> {
        try RouteTable(house.isDemonstration ? [clockRoute] : [])
    }

    /// Sets the clock of a demonstration; no other database has this address.
    private var clockRoute: SurfaceRoute {
        SurfaceRoute(
            .post,
            "/demonstration/clock",
            name: "setDemonstrationClock",
            access: .everyone,
            sender: .program,
            body: .bytes(limit: 64)
        ) { [house] request, _ in
            let text = String(decoding: request.bytes, as: UTF8.self)
            guard let instant = DemonstrationMoment(text)?.instant else {
                return .text("expected YYYY-MM-DD or YYYY-MM-DDTHH:MM, found other text\n", status: 400)
            }
            do {
                try await house.setClock(to: instant)
            } catch HouseFault.clockBehind(let recorded) {
                return .text("expected no time before \(recorded), the last event's\n", status: 409)
            }
            return .text("\(house.clock.now)\n")
        }
    }
}
