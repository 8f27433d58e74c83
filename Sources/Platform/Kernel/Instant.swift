/// A moment, to the millisecond, as the server's clock told it.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Returns the moment at which `day` reads the given time in Asia/Shanghai.
    package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = Int64(day.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        milliseconds = seconds * 1000 - Instant.shanghaiOffset
    }

    /// The civil day in Asia/Shanghai, which has been UTC+8 without summer time since 1992.
    package var day: Day { Day(ordinal: Int(localMilliseconds.quotient)) }

    /// Minutes since midnight in Asia/Shanghai, 0 ..< 1440.
    package var minuteOfDay: Int { Int(localMilliseconds.remainder / 60_000) }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return Instant(milliseconds: instant.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    private static let shanghaiOffset: Int64 = 8 * 3600 * 1000

    private var localMilliseconds: (quotient: Int64, remainder: Int64) {
        let local = milliseconds + Instant.shanghaiOffset
        let day: Int64 = 86_400_000
        let remainder = ((local % day) + day) % day
        return ((local - remainder) / day, remainder)
    }
}

extension Instant: CustomStringConvertible {
    /// Local time with its offset: `2026-03-01T09:05:07.000+08:00`.
    package var description: String {
        "\(day)T\(clock(withSeconds: true)).\(Instant.padded(localMilliseconds.remainder % 1000, to: 3))+08:00"
    }

    /// The form of lists and records: `2026-03-01 09:05`.
    package var minuteText: String { "\(day) \(clock(withSeconds: false))" }

    private func clock(withSeconds: Bool) -> String {
        let seconds = localMilliseconds.remainder / 1000
        let clock = "\(Instant.padded(seconds / 3600, to: 2)):\(Instant.padded(seconds / 60 % 60, to: 2))"
        return withSeconds ? "\(clock):\(Instant.padded(seconds % 60, to: 2))" : clock
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
