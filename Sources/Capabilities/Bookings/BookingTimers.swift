package import EventLog
package import Kernel

/// Reminds of what is booked for tomorrow, and ends what nobody recorded anything of; costs in proportion to what is due.
package struct BookingTimers: Sendable {
    private let log: EventLog
    private let rules: BookingRules

    package init(_ log: EventLog, _ rules: BookingRules) {
        self.log = log
        self.rules = rules
    }

    /// Does what is due at `now`; firing twice, or on two nodes at once, is harmless.
    package func fire(_ realm: Realm, now: Instant) async throws {
        if now >= Instant(now.day, hour: rules.reminderHour) {
            try await submit(realm, "remind", now) {
                try $0.bookingsToRemind(on: now.day, limit: 200)
            } command: {
                RemindBooking(booking: $0)
            }
        }
        try await submit(realm, "lapse", now) {
            try $0.bookingsLeft(before: now.day, limit: 200)
        } command: {
            LapseBooking(booking: $0)
        }
    }

    private func submit<C: Command>(
        _ realm: Realm,
        _ word: String,
        _ now: Instant,
        due: @escaping @Sendable (EventReading) throws -> [Booking.ID],
        command: (Booking.ID) -> C
    ) async throws where C.Answer == Int {
        while true {
            let waiting = try await log.read(realm, due)
            guard !waiting.isEmpty else { return }
            var recorded = 0
            for id in waiting {
                let act = Act(realm: realm, actor: .system("bookings"), key: "booking-\(word):\(id.text):\(now.day)")
                recorded += try await log.submit(command(id), as: act).answer
            }
            // What stays due although nothing is recorded waits for another day of the log's own clock.
            guard recorded > 0 else { return }
        }
    }
}

/// Records that who booked is reminded; asked twice, nothing happens the second time.
struct RemindBooking: Command {
    static let name = "RemindBooking"
    let booking: Booking.ID

    /// Answers how many facts were recorded.
    func run(in session: CommandSession) throws -> Int {
        let state = try session.booking(booking)
        guard state.stage == .open, !state.isReminded, state.day == session.today + 1 else { return 0 }
        try session.append(.reminded(BookingReminded(on: session.today)), to: Booking.self, booking.text)
        return 1
    }
}

/// Ends a booking of a day that is over; asked twice, nothing happens the second time.
struct LapseBooking: Command {
    static let name = "LapseBooking"
    let booking: Booking.ID

    /// Answers how many facts were recorded.
    func run(in session: CommandSession) throws -> Int {
        let state = try session.booking(booking)
        guard state.stage == .open, state.day < session.today else { return 0 }
        try session.append(.lapsed(BookingLapsed(on: session.today)), to: Booking.self, booking.text)
        return 1
    }
}
