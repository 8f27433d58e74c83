package import Kernel

/// Some minutes of a day, from one up to another (时段).
package struct TimeSpan: Hashable, Comparable, Sendable, Codable {
    /// In minutes since midnight in Asia/Shanghai.
    package let from: Int
    /// The minute after the last.
    package let to: Int

    /// From midnight to midnight.
    package static let wholeDay = TimeSpan(unchecked: 0, 1_440)

    private init(unchecked from: Int, _ to: Int) {
        self.from = from
        self.to = to
    }

    /// Returns `nil` unless both lie in one day, in order.
    package init?(from: Int, to: Int) {
        guard from >= 0, from < to, to <= 1_440 else { return nil }
        self.init(unchecked: from, to)
    }

    /// Reads `09:00-12:00`; the dash may be any of those that people type.
    package init?(_ text: String) {
        let parts = text.filter { !$0.isWhitespace }.split { "-–—~～至".contains($0) }
        guard parts.count == 2, let from = TimeSpan.minute(parts[0]), let to = TimeSpan.minute(parts[1]) else {
            return nil
        }
        self.init(from: from, to: to)
    }

    /// Reads `09:00` as minutes since midnight.
    package static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split { $0 == ":" || $0 == "：" }
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    package static func < (left: TimeSpan, right: TimeSpan) -> Bool { (left.from, left.to) < (right.from, right.to) }

    package func overlaps(_ other: TimeSpan) -> Bool { from < other.to && other.from < to }

    /// As `09:00–09:30`, or `全天`.
    package var text: String {
        self == .wholeDay ? "全天" : "\(TimeSpan.clock(from))–\(TimeSpan.clock(to))"
    }

    /// Minutes since midnight as `09:00`.
    package static func clock(_ minute: Int) -> String {
        let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// When it begins on a day.
    package func begins(on day: Day) -> Instant { Instant(day, minute: from) }

    /// When it ends on a day.
    package func ends(on day: Day) -> Instant { Instant(day, minute: to) }
}
