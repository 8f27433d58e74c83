/// The two kinds of durations: months, and seconds.
///
/// They are not compared with each other.
package enum FEELDuration: Hashable, Sendable {
    case months(Int)
    case seconds(Int)

    /// Reads the form of ISO 8601: `P1Y6M`, `P3D`, `PT12H`, `-P10D`.
    ///
    /// Years and months do not mix with days.
    package init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest.removeFirst() }
        guard rest.hasPrefix("P"), rest.utf8.count > 2, rest.utf8.count <= 40 else { return nil }
        rest.removeFirst()
        var months = 0
        var seconds = 0
        var units: [(Character, isTime: Bool)] = [
            ("Y", false), ("M", false), ("D", false), ("H", true), ("M", true), ("S", true),
        ]
        var isTime = false
        var kinds: Set<Bool> = []
        while !rest.isEmpty {
            if rest.hasPrefix("T"), !isTime {
                isTime = true
                rest.removeFirst()
                guard !rest.isEmpty else { return nil }
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard let count = Int(digits), count <= 1_000_000_000, let unit = rest.popFirst(),
                let place = units.firstIndex(where: { $0 == (unit, isTime) })
            else { return nil }
            // Each unit once, in falling order.
            units.removeSubrange(...place)
            switch (unit, isTime) {
            case ("Y", false): months += count * 12
            case ("M", false): months += count
            case ("D", false): seconds += count * FEELTime.daySeconds
            case ("H", true): seconds += count * 3600
            case ("M", true): seconds += count * 60
            default: seconds += count
            }
            kinds.insert(!isTime && (unit == "Y" || unit == "M"))
        }
        guard kinds.count == 1 else { return nil }
        let sign = isNegative ? -1 : 1
        self = kinds.contains(true) ? .months(sign * months) : .seconds(sign * seconds)
    }
}

extension FEELDuration: CustomStringConvertible {
    package var description: String {
        func part(_ count: Int, _ unit: String) -> String { count == 0 ? "" : "\(count)\(unit)" }
        switch self {
        case .months(let months):
            if months == 0 { return "P0M" }
            return (months < 0 ? "-P" : "P") + part(abs(months) / 12, "Y") + part(abs(months) % 12, "M")
        case .seconds(let seconds):
            if seconds == 0 { return "PT0S" }
            let size = abs(seconds)
            let clock = part(size / 3600 % 24, "H") + part(size / 60 % 60, "M") + part(size % 60, "S")
            return (seconds < 0 ? "-P" : "P") + part(size / FEELTime.daySeconds, "D")
                + (clock.isEmpty ? "" : "T" + clock)
        }
    }
}
