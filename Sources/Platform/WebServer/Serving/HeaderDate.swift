import Kernel
import Synchronization

/// The date of an answer, written once a second.
final class HeaderDate: Sendable {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private let last = Mutex((second: Int.min, text: ""))

    /// Returns the moment as in a header (RFC 9110 §5.6.7): `Sat, 28 Nov 2026 01:05:00 GMT`.
    func text(at moment: Instant) -> String {
        let second = Int(moment.milliseconds / 1_000)
        return last.withLock { last in
            if last.second != second { last = (second, HeaderDate.text(second)) }
            return last.text
        }
    }

    private static func text(_ second: Int) -> String {
        let (days, rest) = second.quotientAndRemainder(dividingBy: 86_400)
        let day = Day(ordinal: days)
        let date = "\(day)".split(separator: "-")
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(weekdays[day.weekday - 1]), \(date[2]) \(months[day.month - 1]) \(date[0]) "
            + "\(clock.joined(separator: ":")) GMT"
    }
}
