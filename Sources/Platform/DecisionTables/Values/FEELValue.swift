package import Kernel

/// What a fact, a cell or an outcome holds.
package enum FEELValue: Hashable, Sendable {
    case null
    case number(FEELNumber)
    case string(String)
    case boolean(Bool)
    case date(Day)
    case time(FEELTime)
    case dateTime(Day, FEELTime)
    case duration(FEELDuration)
    case list([FEELValue])

    /// `nil` for null and lists.
    package var type: FEELType? {
        switch self {
        case .null, .list: nil
        case .number: .number
        case .string: .string
        case .boolean: .boolean
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .duration(.months): .monthsDuration
        case .duration(.seconds): .daysDuration
        }
    }

    /// Returns how `self` stands to `other`: -1, 0 or 1; `nil` where they cannot be compared.
    func order(_ other: FEELValue) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): Self.sign(left, right)
        case (.string(let left), .string(let right)):
            left == right ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
        case (.date(let left), .date(let right)): Self.sign(left, right)
        case (.duration(.months(let left)), .duration(.months(let right))): Self.sign(left, right)
        case (.duration(.seconds(let left)), .duration(.seconds(let right))): Self.sign(left, right)
        case (.time, .time), (.dateTime, .dateTime):
            if let (left, right) = Self.moments(self, other) { Self.sign(left, right) } else { nil }
        case (.null, _), (.number, _), (.string, _), (.boolean, _), (.date, _), (.time, _), (.dateTime, _),
            (.duration, _), (.list, _):
            nil
        }
    }

    /// Returns whether both are the same; `nil` where they are of different kinds.
    func equals(_ other: FEELValue) -> Bool? {
        switch (self, other) {
        case (.boolean(let left), .boolean(let right)): left == right
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.list(let left), .list(let right)): left == right
        case (.number, _), (.string, _), (.boolean, _), (.date, _), (.time, _), (.dateTime, _), (.duration, _),
            (.list, _):
            order(other).map { $0 == 0 }
        }
    }

    private static func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// Both as seconds, if both name a distance to UTC or neither does.
    static func moments(_ left: FEELValue, _ right: FEELValue) -> (Int, Int)? {
        guard let first = left.moment, let second = right.moment, (first.1 == nil) == (second.1 == nil) else {
            return nil
        }
        return (first.0 - (first.1 ?? 0), second.0 - (second.1 ?? 0))
    }

    private var moment: (Int, offset: Int?)? {
        switch self {
        case .time(let time): (time.seconds, time.offset)
        case .dateTime(let day, let time): (day.ordinal * FEELTime.daySeconds + time.seconds, time.offset)
        case .null, .number, .string, .boolean, .date, .duration, .list: nil
        }
    }
}

extension FEELValue: CustomStringConvertible {
    /// The value as FEEL writes it.
    package var description: String {
        switch self {
        case .null: "null"
        case .number(let number): number.description
        case .string(let text): "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .date(let day): "date(\"\(day)\")"
        case .time(let time): "time(\"\(time)\")"
        case .dateTime(let day, let time): "date and time(\"\(day)T\(time)\")"
        case .duration(let duration): "duration(\"\(duration)\")"
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        }
    }
}
