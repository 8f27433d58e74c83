import Database
package import EventLog
package import Kernel

/// One booking as a row of a list; who booked is read from its events.
package struct BookingRow: Hashable, Sendable {
    package let id: Booking.ID
    package let number: String
    package let window: ServiceWindow.ID
    package let day: Day
    package let slot: TimeSpan
    package let stage: Booking.Stage

    static let columns: SQL = "id, number, window_id, on_day, from_minute, to_minute, stage"

    init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        window = try row["window_id"]
        day = try row["on_day"]
        slot = try TimeSpan(row)
        let word: String = try row["stage"]
        guard let stage = Booking.Stage(rawValue: word) else {
            throw DatabaseError.column("stage", expected: "\(Booking.Stage.self)", found: word)
        }
        self.stage = stage
    }
}

extension EventReading {
    package func booking(number: String) throws -> BookingRow? {
        try reader.firstRow(
            "SELECT \(BookingRow.columns) FROM booking WHERE realm = \(realm) AND number = \(number)"
        ).map(BookingRow.init)
    }

    /// Returns the booking whose number and query code digest are given, or `nil`; both must fit.
    package func booking(number: String, queryDigest: String) throws -> BookingRow? {
        try reader.firstRow(
            """
            SELECT \(BookingRow.columns)
              FROM booking
             WHERE realm = \(realm)
               AND number = \(number)
               AND query_digest = \(queryDigest)
            """
        ).map(BookingRow.init)
    }

    /// Returns the bookings with these identifiers, the latest day first; unknown ones are absent.
    package func bookings(_ ids: [Booking.ID]) throws -> [BookingRow] {
        try reader.rows(
            """
            SELECT \(BookingRow.columns)
              FROM booking
             WHERE realm = \(realm)
               AND id IN (\(list: ids))
             ORDER BY on_day DESC, from_minute DESC, id DESC
            """
        ).map(BookingRow.init)
    }

    /// Returns the bookings of an agency's windows on a day, in the order of time.
    package func bookings(of agency: String, on day: Day, limit: Int) throws -> [BookingRow] {
        try reader.rows(
            """
            SELECT \(BookingRow.columns)
              FROM booking
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND on_day = \(day)
             ORDER BY from_minute, id
             LIMIT \(limit)
            """
        ).map(BookingRow.init)
    }

    /// Returns on which days from `first` on how many open bookings an agency has.
    package func openBookings(of agency: String, from first: Day) throws -> [(day: Day, count: Int)] {
        try reader.rows(
            """
            SELECT on_day, COUNT(*) AS bookings
              FROM booking
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND on_day >= \(first)
               AND stage = \(Booking.Stage.open.rawValue)
             GROUP BY on_day
             ORDER BY on_day
            """
        ).map { row in (try row["on_day"], try row["bookings"]) }
    }

    /// Returns what is booked for the day after `day` by whoever was not reminded; what was booked today needs no reminder.
    func bookingsToRemind(on day: Day, limit: Int) throws -> [Booking.ID] {
        try reader.rows(
            """
            SELECT id
              FROM booking
             WHERE realm = \(realm)
               AND stage = \(Booking.Stage.open.rawValue)
               AND on_day = \(day + 1)
               AND made_on < \(day)
               AND NOT is_reminded
             ORDER BY id
             LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }

    /// Returns what is open still although its day is over.
    func bookingsLeft(before day: Day, limit: Int) throws -> [Booking.ID] {
        try reader.rows(
            """
            SELECT id
              FROM booking
             WHERE realm = \(realm)
               AND stage = \(Booking.Stage.open.rawValue)
               AND on_day < \(day)
             ORDER BY on_day, id
             LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }
}
