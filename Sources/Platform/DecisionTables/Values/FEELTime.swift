/// A time of the day to the second, with the distance to UTC where it was written.
package struct FEELTime: Hashable, Sendable {
    package static let daySeconds = 86_400
    /// Seconds since midnight, below 86,400.
    package let seconds: Int
    /// Seconds east of UTC; `nil` is the local time of wherever it is read.
    package let offset: Int?

    package init(seconds: Int, offset: Int? = nil) {
        self.seconds = seconds
        self.offset = offset
    }

    /// Reads `08:30:00`, `08:30:00Z` or `08:30:00+08:00`.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        let clock = text.utf8.prefix(8)
        guard let seconds = Self.clock(Substring(clock)) else { return nil }
        let zone = String(text.dropFirst(8))
        switch zone.utf8.first {
        case nil: self.init(seconds: seconds)
        case UInt8(ascii: "Z") where zone.utf8.count == 1: self.init(seconds: seconds, offset: 0)
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard zone.utf8.count == 6, let offset = Self.clock(zone.dropFirst() + ":00"), offset <= 14 * 3600 else {
                return nil
            }
            self.init(seconds: seconds, offset: zone.hasPrefix("-") ? -offset : offset)
        default: return nil
        }
    }

    private static func clock(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":") else { return nil }
        let digits = [0, 1, 3, 4, 6, 7].map { Int(bytes[$0]) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes, seconds) = (
            digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
        )
        guard hours < 24, minutes < 60, seconds < 60 else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }
}

extension FEELTime: CustomStringConvertible {
    package var description: String {
        let zone =
            switch offset {
            case nil: ""
            case 0?: "Z"
            case let offset?:
                (offset < 0 ? "-" : "+") + Self.pair(abs(offset) / 3600) + ":" + Self.pair(abs(offset) / 60 % 60)
            }
        return "\(Self.pair(seconds / 3600)):\(Self.pair(seconds / 60 % 60)):\(Self.pair(seconds % 60))\(zone)"
    }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
