import Kernel

/// Gap-free numbers of one kind, taken at issue and never at draft; a void number stays as an event.
package struct NumberSeries: Aggregate {
    package static let category = "numbers"
    /// The last number taken; 0 before the first.
    package private(set) var last = 0

    package init() {}

    package mutating func evolve(_ event: NumberEvent, _ envelope: Envelope) {
        switch event {
        case .taken(let taken): last = taken.number
        }
    }

    /// Takes the next number of the series named `key` within the running command.
    package static func next(_ key: String, for subject: String, in session: CommandSession) throws -> Int {
        let number = try session.load(NumberSeries.self, key).state.last + 1
        try session.append(.taken(NumberTaken(number: number, subject: subject)), to: NumberSeries.self, key)
        return number
    }
}

extension CommandSession {
    /// Takes the next number of a day: 区划 (6), day (8), letter with the serial of the day (4): `511602-20261122-L0001`.
    ///
    /// - Parameters:
    ///   - series: what is numbered.
    ///   - letter: tells numbers of different things apart.
    ///   - division: in twelve digits.
    ///   - subject: the stream that bears the number.
    /// - Returns: the number.
    /// - Throws: what reading the series throws.
    package func nextNumber(
        _ series: String,
        _ letter: Character,
        at division: String,
        for subject: String
    ) throws -> String {
        let place = division.prefix(6)
        let day = today.description.filter { $0 != "-" }
        let serial = String(try NumberSeries.next("\(series):\(place):\(day)", for: subject, in: self))
        return "\(place)-\(day)-\(letter)\(String(repeating: "0", count: max(0, 4 - serial.count)))\(serial)"
    }
}

package struct NumberTaken: EventPayload {
    package static let type = "Numbers.Taken"
    package let number: Int
    /// The stream that bears the number.
    package let subject: String
}

package enum NumberEvent: EventFamily {
    case taken(NumberTaken)

    package static let members = [EventMember(NumberTaken.self, NumberEvent.taken)]

    package var payload: any EventPayload {
        switch self {
        case .taken(let payload): payload
        }
    }
}
