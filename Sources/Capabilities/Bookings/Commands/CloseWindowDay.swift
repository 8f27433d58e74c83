package import EventLog
package import Kernel

/// A clerk closes a window for a day or a part of it; who booked that time is told why.
///
/// The answer is how many.
package struct CloseWindowDay: Command {
    package static let name = "CloseWindowDay"
    package let window: ServiceWindow.ID
    package let day: Day
    package let span: TimeSpan
    /// Bookers read it.
    package let reason: String

    package init(_ window: ServiceWindow.ID, on day: Day, _ span: TimeSpan, reason: String) {
        self.window = window
        self.day = day
        self.span = span
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        let state = try session.serviceWindow(window)
        try session.requireOfficer(ofWindowsOf: state.agency ?? "", named: state.agencyName)
        guard day >= session.today else { throw BookingError.dayNotOffered(day) }
        let reason = try BookingText.reason(reason)
        let key = WindowDay.key(window, day)
        let sheet = try session.load(WindowDay.self, key).state
        guard !sheet.closures.contains(where: { $0.span == span }) else { throw BookingError.closedAlready }
        let closure = WindowDay.Closure(span, reason: reason)
        try session.append(
            .closed(WindowDayClosed(window: window.text, day: day, closure: Open(closure))),
            to: WindowDay.self,
            key
        )
        var displaced = 0
        for booking in sheet.seats.filter({ $0.value.overlaps(span) }).keys.sorted() {
            let id = Booking.ID(booking)
            let held = try session.booking(id)
            guard held.stage == .open else { continue }
            try session.giveUp(id, held)
            try session.append(.displaced(BookingDisplaced(reason: reason)), to: Booking.self, booking)
            displaced += 1
        }
        return displaced
    }
}

/// A clerk opens again what was closed of a day; who was sent away books anew.
package struct ReopenWindowDay: Command {
    package static let name = "ReopenWindowDay"
    package let window: ServiceWindow.ID
    package let day: Day
    package let reason: String

    package init(_ window: ServiceWindow.ID, on day: Day, reason: String) {
        self.window = window
        self.day = day
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> ServiceWindow.ID {
        let state = try session.serviceWindow(window)
        try session.requireOfficer(ofWindowsOf: state.agency ?? "", named: state.agencyName)
        let reason = try BookingText.reason(reason)
        let key = WindowDay.key(window, day)
        guard try !session.load(WindowDay.self, key).state.closures.isEmpty else { throw BookingError.notClosed }
        let reopened = WindowDayReopened(window: window.text, day: day, reason: reason)
        try session.append(.reopened(reopened), to: WindowDay.self, key)
        return window
    }
}
