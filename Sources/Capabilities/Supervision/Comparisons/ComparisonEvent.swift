package import EventLog
package import Kernel

/// What the days up to and with this one show was held against the rules that compare cases, and recorded.
///
/// The log's time never goes back, so that a day that is over stands for a position.
package struct DaysCompared: EventPayload {
    package static let type = "Comparisons.DaysCompared"
    package let through: Day
}

/// Every fact about the comparing of cases.
package enum ComparisonEvent: EventFamily {
    case compared(DaysCompared)

    package static let members: [EventMember<ComparisonEvent>] = [
        EventMember(DaysCompared.self, ComparisonEvent.compared)
    ]

    package var payload: any EventPayload {
        switch self {
        case .compared(let payload): payload
        }
    }
}

/// How far the cases of a realm were compared.
package struct Comparisons: Aggregate {
    package static let category = "comparisons"
    /// One stream a realm.
    package static let key = "supervision"

    package private(set) var through: Day?

    package init() {}

    package mutating func evolve(_ event: ComparisonEvent, _ envelope: Envelope) {
        switch event {
        case .compared(let event): through = event.through
        }
    }
}
