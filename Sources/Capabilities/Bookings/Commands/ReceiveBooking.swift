import Directory
package import EventLog
import Kernel

/// A clerk calls who booked to the window.
package struct ReceiveBooking: Command {
    package static let name = "ReceiveBooking"
    package let booking: Booking.ID
    package let seen: Int

    package init(_ booking: Booking.ID, seen: Int) {
        self.booking = booking
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> Booking.ID {
        let state = try session.awaited(booking, seen: seen)
        guard state.day == session.today else { throw BookingError.notToday(state.day) }
        try session.append(.received(BookingReceived(on: session.today)), to: Booking.self, booking.text)
        return booking
    }
}

/// A clerk records that who booked did not come.
package struct MissBooking: Command {
    package static let name = "MissBooking"
    package let booking: Booking.ID
    package let seen: Int

    package init(_ booking: Booking.ID, seen: Int) {
        self.booking = booking
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> Booking.ID {
        let state = try session.awaited(booking, seen: seen)
        guard session.now >= state.slot.begins(on: state.day) else { throw BookingError.notBegun }
        try session.append(.missed(BookingMissed(on: session.today)), to: Booking.self, booking.text)
        return booking
    }
}

extension CommandSession {
    /// Returns an open booking if an officer of its agency acts who saw it as it is.
    fileprivate func awaited(_ id: Booking.ID, seen: Int) throws -> Booking {
        let state = try booking(id)
        try requireOfficer(ofWindowsOf: state.agency, named: state.agencyName)
        try requireSeen(seen, Booking.self, id.text)
        try state.requireOpen()
        return state
    }

    /// Refuses unless an officer acts who belongs to the agency today.
    func requireOfficer(ofWindowsOf agency: String, named name: String) throws {
        guard let own = try agencyOfActor() else { throw BookingError.notAnOfficer }
        guard own.text == agency else { throw BookingError.otherAgency(name) }
    }
}
