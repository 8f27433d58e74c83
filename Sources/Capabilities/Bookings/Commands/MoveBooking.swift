import Casework
package import EventLog
package import Kernel
import TimeLimits

/// Who booked comes to the same window at another time.
package struct MoveBooking: Command {
    package static let name = "MoveBooking"
    package let booking: Booking.ID
    package let day: Day
    /// The minute of the day at which the time begins.
    package let from: Int
    private let rules: BookingRules

    private enum CodingKeys: CodingKey {
        case booking, day, from
    }

    package init(_ booking: Booking.ID, to day: Day, from: Int, _ rules: BookingRules) {
        self.booking = booking
        self.day = day
        self.from = from
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> Booking.ID {
        let state = try session.booking(booking)
        try state.requireOpen()
        try rules.requireInTime(state.slot, on: state.day, at: session.now)
        guard let setting = try session.serviceWindow(state.window).setting else { throw BookingError.unknownWindow }
        let calendar = try NationalCalendar.load()
        let slot = try setting.offered(day, from: from, at: session.now, in: calendar, rules)
        guard (day, slot) != (state.day, state.slot) else { throw BookingError.sameTime }
        // The old place first: who moves by half a slot must not stand in their own way.
        try session.giveUp(booking, state)
        try session.take(slot, on: day, at: state.window, setting, for: booking)
        let uses = ["bookings": rules.version, "calendar": calendar.citation]
        try session.append(.moved(BookingMoved(day: day, slot: slot)), to: Booking.self, booking.text, uses: uses)
        return booking
    }
}

/// Who booked does not come; somebody else may.
package struct CancelBooking: Command {
    package static let name = "CancelBooking"
    package let booking: Booking.ID
    private let rules: BookingRules

    private enum CodingKeys: CodingKey {
        case booking
    }

    package init(_ booking: Booking.ID, _ rules: BookingRules) {
        self.booking = booking
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> Booking.ID {
        let state = try session.booking(booking)
        try state.requireOpen()
        try rules.requireInTime(state.slot, on: state.day, at: session.now)
        try session.giveUp(booking, state)
        try session.append(.canceled(BookingCanceled(on: session.today)), to: Booking.self, booking.text)
        return booking
    }
}
