import Access
import Composition
import Kernel
import WebServer

/// `POST /demonstration/clock`: sets the clock of a demonstration; no other database has this address.
struct DemonstrationClockRoute {
    let house: House

    var route: Route<AccessRule, Principal?> {
        Route(
            .post,
            "/demonstration/clock",
            name: "setDemonstrationClock",
            access: .everyone,
            sender: .program,
            body: .bytes(limit: 64)
        ) { [house] request, _ in
            guard let moment = DemonstrationMoment(String(decoding: request.bytes, as: UTF8.self)) else {
                return .text("expected YYYY-MM-DD or YYYY-MM-DDTHH:MM, found other text\n", status: 400)
            }
            do {
                try await house.setClock(to: moment.instant)
            } catch HouseFault.clockBehind(let recorded) {
                return .text("expected no time before \(recorded), the last event's\n", status: 409)
            }
            try await house.timers.fire(house.clock.now)
            return .text("\(house.clock.now)\n")
        }
    }
}
