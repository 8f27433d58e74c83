package import EventLog
package import Kernel
import Parties

/// An agency that held powers through a whole month and received no case (零办件月份).
package struct ZeroMonth: Hashable, Sendable, Codable {
    package let month: ScoreMonth
    package let agency: String
    package let agencyName: String
    /// How many items it held through the month.
    package let powers: Int
    /// How many months in a row, this one the last.
    package let inARow: Int
    /// What the agency says of it; `nil` while it has said nothing.
    package private(set) var explanation: String?
    package let explainedOn: Day?

    /// The same as the public reads it, by the masking of today.
    func masked() -> ZeroMonth {
        var shown = self
        shown.explanation = explanation.map { PersonalText.masked($0) }
        return shown
    }
}

/// The agency said why it had no case.
package struct ZeroMonthExplained: EventPayload {
    package static let type = "ZeroMonths.Explained"
    package let explanation: String
}

/// Every fact about the months in which an agency had no case.
package enum ZeroMonthEvent: EventFamily {
    case explained(ZeroMonthExplained)

    package static let members: [EventMember<ZeroMonthEvent>] = [
        EventMember(ZeroMonthExplained.self, ZeroMonthEvent.explained)
    ]

    package var payload: any EventPayload {
        switch self {
        case .explained(let payload): payload
        }
    }
}

/// What an agency says of one month without cases; the latest counts.
package struct ZeroMonthAnswer: Aggregate {
    package static let category = "zero-month"

    package static func key(_ agency: String, _ month: ScoreMonth) -> String { "\(agency):\(month.text)" }

    package private(set) var explanation: String?
    package private(set) var on: Day?

    package init() {}

    package mutating func evolve(_ event: ZeroMonthEvent, _ envelope: Envelope) {
        switch event {
        case .explained(let event):
            explanation = event.explanation
            on = envelope.recordedAt.day
        }
    }
}
