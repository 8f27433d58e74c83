import Casework
import Catalog
package import Cryptography
import Database
package import EventLog
package import Kernel
import TimeLimits

/// Somebody books a time at a window for one item or several that it serves.
///
/// No account is needed. How many places are left and how many bookings a number has open is decided here, within the
/// realm's order of acts.
package struct BookWindow: Command {
    package static let name = "BookWindow"
    package let window: ServiceWindow.ID
    package let items: [String]
    package let day: Day
    /// The minute of the day at which the time begins.
    package let from: Int
    package let booker: Booker.Entry
    /// The keyed digest of the query code that the receipt shows.
    package let queryDigest: String
    private let key: SecretKey
    private let rules: BookingRules

    package struct Answer: Hashable, Sendable, Codable {
        package let booking: Booking.ID
        package let number: String
    }

    private enum CodingKeys: CodingKey {
        case window, items, day, from, booker, queryDigest
    }

    /// - Parameters:
    ///   - window: where.
    ///   - items: the codes of what is to be dealt with.
    ///   - day: a working day.
    ///   - from: the minute of the day at which the time begins.
    ///   - booker: who comes.
    ///   - queryDigest: the keyed digest of the query code.
    ///   - key: finds the bookings of one number.
    ///   - rules: those of the house, no part of what the booker sends.
    package init(
        _ window: ServiceWindow.ID,
        for items: [String],
        on day: Day,
        from: Int,
        by booker: Booker.Entry,
        queryDigest: String,
        under key: SecretKey,
        _ rules: BookingRules
    ) {
        self.window = window
        self.items = items
        self.day = day
        self.from = from
        self.booker = booker
        self.queryDigest = queryDigest
        self.key = key
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> Answer {
        let state = try session.serviceWindow(window)
        guard let setting = state.setting, let agency = state.agency else { throw BookingError.unknownWindow }
        let named = try named(of: setting, in: session)
        let booker = try booker.checked(under: key)
        let calendar = try NationalCalendar.load()
        let slot = try setting.offered(day, from: from, at: session.now, in: calendar, rules)
        let turn = try turn(of: booker, slot, in: session)
        let id: Booking.ID = session.newIdentifier("K")
        try session.take(slot, on: day, at: window, setting, for: id)
        let number = try session.nextNumber("booking", "K", at: state.division, for: "booking/\(id.text)")
        let made = BookingMade(
            number: number,
            window: window.text,
            agency: agency,
            agencyName: state.agencyName,
            items: named,
            day: day,
            slot: slot,
            turn: turn,
            booker: .present(subject: id.text, booker),
            queryDigest: queryDigest
        )
        let uses = ["bookings": rules.version, "calendar": calendar.citation]
        try session.append(.made(made), to: Booking.self, id.text, uses: uses)
        return Answer(booking: id, number: number)
    }

    /// Two bookings of one number within one batch find the same turn; the second is decided again, and knows the first.
    package func refusal(forTaken key: String) -> (any Error)? {
        BookingError.tooManyOpen(greatest: rules.mostOpen, found: rules.mostOpen)
    }

    private func named(of setting: WindowSetting, in session: CommandSession) throws -> [Booking.Item] {
        let codes = items.reduce(into: [String]()) { codes, code in
            if !codes.contains(code) { codes.append(code) }
        }
        guard !codes.isEmpty else { throw BookingError.noItems }
        guard codes.count <= rules.mostItems else {
            throw BookingError.tooManyItems(greatest: rules.mostItems, found: codes.count)
        }
        return try codes.map { code in
            guard setting.items.contains(code), let item = try session.publicItem(code: code) else {
                throw BookingError.itemNotServed(code)
            }
            return Booking.Item(code: code, name: item.name)
        }
    }

    private func turn(of booker: Booker, _ slot: TimeSpan, in session: CommandSession) throws -> Int {
        let open = try session.openBookings(of: booker.mark)
        if let same = open.first(where: { $0.day == day && $0.slot.overlaps(slot) }) {
            throw BookingError.bookedAlready(number: same.number)
        }
        guard let turn = (1...rules.mostOpen).first(where: { turn in !open.contains { $0.turn == turn } }) else {
            throw BookingError.tooManyOpen(greatest: rules.mostOpen, found: open.count)
        }
        return turn
    }
}

extension WindowSetting {
    /// Returns the time of a day that begins at a minute, if it may be booked at `now`.
    func offered(
        _ day: Day,
        from: Int,
        at now: Instant,
        in calendar: WorkingCalendar,
        _ rules: BookingRules
    ) throws(BookingError) -> TimeSpan {
        guard isTaking else { throw .notTaking }
        guard days(from: now.day, in: calendar).contains(day) else { throw .dayNotOffered(day) }
        guard let slot = slots.first(where: { $0.from == from }) else { throw .timeNotOffered }
        try rules.requireInTime(slot, on: day, at: now)
        return slot
    }
}

extension CommandSession {
    /// Gives a booking its place of a day, if one is left.
    func take(
        _ slot: TimeSpan,
        on day: Day,
        at window: ServiceWindow.ID,
        _ setting: WindowSetting,
        for booking: Booking.ID
    ) throws {
        let key = WindowDay.key(window, day)
        try load(WindowDay.self, key).state.requireFree(slot, of: setting.capacity)
        try append(.taken(WindowPlaceTaken(booking: booking.text, slot: slot)), to: WindowDay.self, key)
    }

    /// Takes back the place of a booking.
    func giveUp(_ booking: Booking.ID, _ state: Booking) throws {
        let key = WindowDay.key(state.window, state.day)
        try append(.givenUp(WindowPlaceGivenUp(booking: booking.text)), to: WindowDay.self, key)
    }

    /// Returns a booking that was made.
    func booking(_ id: Booking.ID) throws -> Booking {
        let loaded = try load(Booking.self, id.text)
        guard loaded.exists else { throw BookingError.unknownBooking }
        return loaded.state
    }

    fileprivate typealias OpenBooking = (number: String, day: Day, slot: TimeSpan, turn: Int)

    fileprivate func openBookings(of mark: String) throws -> [OpenBooking] {
        try reader.rows(
            """
            SELECT number, on_day, from_minute, to_minute, turn
              FROM booking
             WHERE realm = \(realm)
               AND booker_mark = \(mark)
               AND turn IS NOT NULL
             ORDER BY turn
            """
        ).map { row in (try row["number"], try row["on_day"], try TimeSpan(row), try row["turn"]) }
    }
}
