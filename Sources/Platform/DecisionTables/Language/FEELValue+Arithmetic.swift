import Kernel

extension FEELValue {
    /// Numbers, and days, times and durations where adding them means something; null for anything else.
    static func arithmetic(_ sign: FEELExpression.Operator, _ left: FEELValue, _ right: FEELValue) -> FEELValue {
        switch (sign, left, right) {
        case (_, .number(let left), .number(let right)): number(sign, left, right)
        case (.plus, .string(let left), .string(let right)): .string(left + right)
        case (.minus, .date(let left), .date(let right)):
            .duration(.seconds((left - right) * FEELTime.daySeconds))
        case (.minus, .time, .time), (.minus, .dateTime, .dateTime):
            moments(left, right).map { .duration(.seconds($0 - $1)) } ?? .null
        case (.plus, .duration(let duration), .date), (.plus, .duration(let duration), .time),
            (.plus, .duration(let duration), .dateTime):
            right.moved(by: duration)
        case (.plus, .date, .duration(let duration)), (.plus, .time, .duration(let duration)),
            (.plus, .dateTime, .duration(let duration)):
            left.moved(by: duration)
        case (.minus, .date, .duration(let duration)), (.minus, .time, .duration(let duration)),
            (.minus, .dateTime, .duration(let duration)):
            duration.times(FEELNumber(-1)).map(left.moved) ?? .null
        case (.plus, .duration(let left), .duration(let right)): left.plus(right).map(FEELValue.duration) ?? .null
        case (.minus, .duration(let left), .duration(let right)):
            right.times(FEELNumber(-1)).flatMap(left.plus).map(FEELValue.duration) ?? .null
        case (.times, .duration(let duration), .number(let number)),
            (.times, .number(let number), .duration(let duration)):
            duration.times(number).map(FEELValue.duration) ?? .null
        case (.divided, .duration(let duration), .number(let number)):
            duration.scaled { FEELNumber.quotient($0, number) }.map(FEELValue.duration) ?? .null
        default: .null
        }
    }

    private static func number(_ sign: FEELExpression.Operator, _ left: FEELNumber, _ right: FEELNumber) -> FEELValue {
        let result =
            switch sign {
            case .plus: FEELNumber.sum(left, right)
            case .minus: FEELNumber.difference(left, right)
            case .times: FEELNumber.product(left, right)
            case .divided: FEELNumber.quotient(left, right)
            case .power: FEELNumber.power(left, right)
            }
        return result.map(FEELValue.number) ?? .null
    }

    private func moved(by duration: FEELDuration) -> FEELValue {
        switch (self, duration) {
        case (.date(let day), .months(let months)): .checked(day.adding(months: months)) { .date($0) }
        case (.date(let day), .seconds(let seconds)):
            .checked(day + Self.split(seconds).days) { .date($0) }
        case (.dateTime(let day, let time), .months(let months)):
            .checked(day.adding(months: months)) { .dateTime($0, time) }
        case (.dateTime(let day, let time), .seconds(let seconds)):
            .checked(day + Self.split(time.seconds + seconds).days) {
                .dateTime($0, FEELTime(seconds: Self.split(time.seconds + seconds).rest, offset: time.offset))
            }
        case (.time(let time), .seconds(let seconds)):
            .time(FEELTime(seconds: Self.split(time.seconds + seconds).rest, offset: time.offset))
        case (.null, _), (.number, _), (.string, _), (.boolean, _), (.time, .months), (.duration, _), (.list, _): .null
        }
    }

    private static func split(_ seconds: Int) -> (days: Int, rest: Int) {
        let rest = (seconds % FEELTime.daySeconds + FEELTime.daySeconds) % FEELTime.daySeconds
        return ((seconds - rest) / FEELTime.daySeconds, rest)
    }

    private static func checked(_ day: Day, _ value: (Day) -> FEELValue) -> FEELValue {
        day < Day.first || day > Day.last ? .null : value(day)
    }
}

extension FEELDuration {
    func plus(_ other: FEELDuration) -> FEELDuration? {
        switch (self, other) {
        case (.months(let left), .months(let right)): Self.bounded(left, +, right).map(FEELDuration.months)
        case (.seconds(let left), .seconds(let right)): Self.bounded(left, +, right).map(FEELDuration.seconds)
        case (.months, .seconds), (.seconds, .months): nil
        }
    }

    func times(_ number: FEELNumber) -> FEELDuration? { scaled { FEELNumber.product($0, number) } }

    /// The duration with its size changed, if whole months or seconds come out.
    func scaled(_ change: (FEELNumber) -> FEELNumber?) -> FEELDuration? {
        switch self {
        case .months(let size): Self.whole(change(FEELNumber(Int64(size)))).map(FEELDuration.months)
        case .seconds(let size): Self.whole(change(FEELNumber(Int64(size)))).map(FEELDuration.seconds)
        }
    }

    private static func whole(_ number: FEELNumber?) -> Int? {
        guard let size = number?.whole, size.magnitude <= greatest else { return nil }
        return Int(size)
    }

    /// Far beyond every day of the calendar, far below what would overflow.
    private static let greatest: UInt64 = 1_000_000_000_000_000

    private static func bounded(_ left: Int, _ sign: (Int, Int) -> Int, _ right: Int) -> Int? {
        let result = sign(left, right)
        return result.magnitude <= UInt(greatest) ? result : nil
    }
}
