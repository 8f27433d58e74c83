package import EventLog
package import Kernel

/// One day of one window: who has which time, and what is closed.
///
/// Every booking of the day is in this one stream, so how many places are left is decided on what is true, however many
/// ask at once.
package struct WindowDay: Aggregate {
    package static let category = "window-day"
    /// By booking.
    package private(set) var seats: [String: TimeSpan] = [:]
    package private(set) var closures: [Closure] = []

    /// A time in which the window serves nobody, and why.
    package struct Closure: Hashable, Sendable, Codable {
        package let span: TimeSpan
        /// Bookers read it.
        package let reason: String

        package init(_ span: TimeSpan, reason: String) {
            self.span = span
            self.reason = reason
        }
    }

    package init() {}

    /// The key of its stream.
    package static func key(_ window: ServiceWindow.ID, _ day: Day) -> String { "\(window.text)-\(day)" }

    package mutating func evolve(_ event: WindowDayEvent, _ envelope: Envelope) {
        switch event {
        case .taken(let taken): seats[taken.booking] = taken.slot
        case .givenUp(let givenUp): seats[givenUp.booking] = nil
        case .closed(let closed): closures.append(closed.closure.value)
        case .reopened: closures = []
        }
    }

    /// Refuses a time that is closed or has no place left; times set up otherwise before count where they overlap.
    func requireFree(_ slot: TimeSpan, of capacity: Int) throws(BookingError) {
        if let closure = closures.first(where: { $0.span.overlaps(slot) }) { throw .closed(reason: closure.reason) }
        guard seats.values.count(where: { $0.overlaps(slot) }) < capacity else { throw .full }
    }
}

/// A booking has a place of the day.
package struct WindowPlaceTaken: EventPayload {
    package static let type = "WindowDay.Taken"
    package let booking: String
    package let slot: TimeSpan
}

/// A booking has its place no more; somebody else may.
package struct WindowPlaceGivenUp: EventPayload {
    package static let type = "WindowDay.GivenUp"
    package let booking: String
}

/// A time of the day is closed.
package struct WindowDayClosed: EventPayload {
    package static let type = "WindowDay.Closed"
    package let window: String
    package let day: Day
    package let closure: Open<WindowDay.Closure>
}

/// All that was closed on the day is open again.
package struct WindowDayReopened: EventPayload {
    package static let type = "WindowDay.Reopened"
    package let window: String
    package let day: Day
    package let reason: String
}

/// Every fact about a day of a window.
package enum WindowDayEvent: EventFamily {
    case taken(WindowPlaceTaken)
    case givenUp(WindowPlaceGivenUp)
    case closed(WindowDayClosed)
    case reopened(WindowDayReopened)

    package static let members: [EventMember<WindowDayEvent>] = [
        EventMember(WindowPlaceTaken.self, WindowDayEvent.taken),
        EventMember(WindowPlaceGivenUp.self, WindowDayEvent.givenUp),
        EventMember(WindowDayClosed.self, WindowDayEvent.closed),
        EventMember(WindowDayReopened.self, WindowDayEvent.reopened),
    ]

    package var payload: any EventPayload {
        switch self {
        case .taken(let payload): payload
        case .givenUp(let payload): payload
        case .closed(let payload): payload
        case .reopened(let payload): payload
        }
    }
}
