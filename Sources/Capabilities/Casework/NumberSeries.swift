package import EventLog
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
