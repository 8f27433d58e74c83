import Access
import Acting
import Bookings
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Parties
import TimeLimits
import WebServer

extension Workspace {
    private static let bookingCrumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb("窗口预约")]

    /// What was booked at the own windows: who comes today and on coming days, calling them, closing a time.
    var bookingRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/bookings", name: "BookingsPage", access: Workspace.intake) { request, principal in
                try await bookingsPage(request, principal)
            },
            DeskRoute(.post, "/bookings/{number}/receive", name: "ReceiveBooking", access: Workspace.intake) {
                request,
                principal in
                try await receiveBooking(request, principal)
            },
            DeskRoute(.post, "/bookings/{number}/miss", name: "MissBooking", access: Workspace.intake) {
                request,
                principal in
                let (row, _) = try await ownBooking(request, principal)
                return try await submit(
                    MissBooking(row.id, seen: seenVersion(request)),
                    "未到场",
                    request,
                    principal,
                    then: WorkspacePath.bookings(on: row.day)
                ) { try await bookingsPage(request, principal, on: row.day, refused: $0) }
            },
            DeskRoute(.post, "/bookings/close", name: "CloseWindowDay", access: Workspace.intake) {
                request,
                principal in
                try await closeWindow(request, principal)
            },
            DeskRoute(.post, "/bookings/reopen", name: "ReopenWindowDay", access: Workspace.intake) {
                request,
                principal in
                try await reopenWindow(request, principal)
            },
        ]
    }

    private func seenVersion(_ request: WebRequest) -> Int { request.form.values["seen"].flatMap { Int($0) } ?? 0 }

    /// Returns a booking at a window of the principal's agency.
    func ownBooking(_ request: WebRequest, _ principal: Principal?) async throws -> (BookingRow, Booking) {
        try await ownBooking(request.parameter("number"), principal)
    }

    func ownBooking(_ number: String, _ principal: Principal?) async throws -> (BookingRow, Booking) {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        let found = try await log.read(principal.realm) { reading in
            try reading.booking(number: number).map { ($0, try reading.state(Booking.self, $0.id.text).state) }
        }
        guard let (row, state) = found else { throw WebRefusal.notFound }
        guard state.agency == agency.text else { throw WebRefusal.forbidden }
        return (row, state)
    }

    private func ownWindow(_ id: String, _ principal: Principal?) async throws -> WindowRow {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        guard let window = try await log.read(principal.realm, { try $0.serviceWindow(ServiceWindow.ID(id)) }) else {
            throw WebRefusal.notFound
        }
        guard window.agency == agency.text else { throw WebRefusal.forbidden }
        return window
    }

    private func reopenWindow(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let closed = (form["closed"] ?? "").split(separator: " ").map(String.init)
        guard closed.count == 2, let day = Day(closed[1]) else { throw WebRefusal.notFound }
        let window = try await ownWindow(closed[0], principal)
        return try await submit(
            ReopenWindowDay(window.id, on: day, reason: form["why"] ?? ""),
            "恢复办理 \(window.setting.name)，\(day)",
            request,
            principal,
            then: WorkspacePath.bookings(on: day)
        ) { try await bookingsPage(request, principal, on: day, refused: $0) }
    }

    /// Calls who booked to the window, and goes on with registering the application.
    private func receiveBooking(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (row, state) = try await ownBooking(request, principal)
        let code = state.items.first?.code ?? ""
        let item = try await log.read(principal?.realm ?? Realm(0)) { try $0.powerItem(code: code)?.id }
        return try await submit(
            ReceiveBooking(row.id, seen: seenVersion(request)),
            "接待预约 \(row.number)",
            request,
            principal,
            then: item.map { WorkspacePath.intake($0.text, booking: row.number) } ?? WorkspacePath.bookings
        ) { try await bookingsPage(request, principal, on: row.day, refused: $0) }
    }

    private func closeWindow(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let window = try await ownWindow(form["window"] ?? "", principal)
        func again(_ words: String, _ field: String) async throws -> WebAnswer {
            let wording = Wording(422, "booking.closing", words, field: field)
            return try await bookingsPage(request, principal, on: form["day"].flatMap { Day($0) }, refused: wording)
        }
        guard let day = form["day"].flatMap({ Day($0) }) else {
            return try await again("停办日期应为2026-01-31的格式", "day")
        }
        var span = TimeSpan.wholeDay
        if let typed = form["time"], !typed.isEmpty {
            guard let part = TimeSpan(typed) else {
                return try await again("停办时段应为 09:00-12:00 的格式，实为“\(typed)”", "time")
            }
            span = part
        }
        return try await submit(
            CloseWindowDay(window.id, on: day, span, reason: form["reason"] ?? ""),
            "停办 \(window.setting.name)，\(day) \(span.text)",
            request,
            principal,
            then: WorkspacePath.bookings(on: day)
        ) { try await bookingsPage(request, principal, on: day, refused: $0) }
    }

    /// As many as an agency serves on a day.
    private static let mostBookings = 500
    /// How far ahead closed times are listed.
    private static let closuresShown = 60

    private func bookingsPage(
        _ request: WebRequest,
        _ principal: Principal?,
        on day: Day? = nil,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        let (today, now) = (today, log.clock.now)
        let day = day ?? request.query["day"].flatMap { Day($0) } ?? today
        let page = try await log.read(principal.realm) { reading in
            let windows = try reading.serviceWindows(of: agency.text)
            let rows = try reading.bookings(of: agency.text, on: day, limit: Workspace.mostBookings)
            var counts = try reading.openBookings(of: agency.text, from: today)
            if counts.first?.day != today { counts.insert((today, 0), at: 0) }
            return BookingsPage(
                day: day,
                today: today,
                counts: counts,
                windows: windows,
                lines: try rows.map { row in
                    let loaded = try reading.state(Booking.self, row.id.text)
                    let window = windows.first { $0.id == row.window }
                    return BookingsPage.Line(row, loaded.state, seen: loaded.version, at: window, now: now)
                },
                closures: try reading.closures(
                    of: windows.map(\.id),
                    from: today,
                    through: today + Workspace.closuresShown
                ),
                typed: request.form.values,
                refused: refused,
                hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
            )
        }
        return .page(
            frame.page("窗口预约", for: principal, request, crumbs: Workspace.bookingCrumbs) { page },
            status: refused?.status ?? 200
        )
    }
}

extension IntakePage {
    /// What a booking says already of who applies, by the fields of the form.
    static func defaults(_ booker: Booker?) -> [String: String] {
        guard let booker else { return [:] }
        return [
            OpeningParty.Question.name.rawValue: booker.name, OpeningParty.Question.mobile.rawValue: booker.mobile,
            OpeningParty.Question.organization.rawValue: booker.unit,
            OpeningParty.Question.representativeMobile.rawValue: booker.unit.isEmpty ? "" : booker.mobile,
        ]
    }
}
