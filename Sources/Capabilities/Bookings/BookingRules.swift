import CanonicalJSON
import Definitions

/// What holds for bookings of every window, as `Definitions/hall/bookings.json` sets it; no law fixes it, so all of it is
/// configurable.
package struct BookingRules: Hashable, Sendable, Codable {
    /// Cited by every booking.
    package let version: String
    /// How many bookings one mobile number may have open at a time.
    package let mostOpen: Int
    /// How many items one booking may name.
    package let mostItems: Int
    /// So many minutes before it begins a time is booked, moved and given up at the latest.
    package let leadMinutes: Int
    /// From this hour of the day before on bookers are reminded.
    package let reminderHour: Int

    package enum Fault: Error, Hashable, Sendable {
        case outOfRange
    }

    /// Reads the rules.
    ///
    /// - Throws: `BookingRules.Fault`, or what is wrong with the file.
    package init(_ bytes: [UInt8]) throws {
        self = try CanonicalDecoder().decode(BookingRules.self, from: bytes)
        guard (1...50).contains(mostOpen), (1...20).contains(mostItems), (0...1_440).contains(leadMinutes),
            (0...23).contains(reminderHour)
        else { throw Fault.outOfRange }
    }

    /// Returns the rules that ship with the program.
    package static func shipped() throws -> BookingRules {
        try BookingRules(Definitions.bytes("hall/bookings.json"))
    }
}
