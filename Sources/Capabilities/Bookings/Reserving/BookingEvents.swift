package import EventLog
package import Kernel

/// Somebody booked a time at a window.
package struct BookingMade: EventPayload {
    package static let type = "Booking.Made"
    package let number: String
    package let window: String
    package let agency: String
    package let agencyName: String
    package let items: [Booking.Item]
    package let day: Day
    package let slot: TimeSpan
    /// Which of the bookings that one number may have open it is, from 1.
    package let turn: Int
    /// The subject is the booking.
    package let booker: Personal<Booker>
    package let queryDigest: String
}

/// Who booked comes at another time.
package struct BookingMoved: EventPayload {
    package static let type = "Booking.Moved"
    package let day: Day
    package let slot: TimeSpan
}

/// The day before, who booked is reminded.
package struct BookingReminded: EventPayload {
    package static let type = "Booking.Reminded"
    package let on: Day
}

/// Who booked does not come.
package struct BookingCanceled: EventPayload {
    package static let type = "Booking.Canceled"
    package let on: Day
}

/// The agency closed the time; who booked is told why.
package struct BookingDisplaced: EventPayload {
    package static let type = "Booking.Displaced"
    package let reason: String
}

/// Who booked came and was called to the window.
package struct BookingReceived: EventPayload {
    package static let type = "Booking.Received"
    package let on: Day
}

/// Who booked did not come.
package struct BookingMissed: EventPayload {
    package static let type = "Booking.Missed"
    package let on: Day
}

/// The day is over, and nobody recorded whether who booked came.
package struct BookingLapsed: EventPayload {
    package static let type = "Booking.Lapsed"
    package let on: Day
}

/// Every fact about a booking.
package enum BookingEvent: EventFamily {
    case made(BookingMade)
    case moved(BookingMoved)
    case reminded(BookingReminded)
    case canceled(BookingCanceled)
    case displaced(BookingDisplaced)
    case received(BookingReceived)
    case missed(BookingMissed)
    case lapsed(BookingLapsed)

    package static let members: [EventMember<BookingEvent>] = [
        EventMember(BookingMade.self, BookingEvent.made),
        EventMember(BookingMoved.self, BookingEvent.moved),
        EventMember(BookingReminded.self, BookingEvent.reminded),
        EventMember(BookingCanceled.self, BookingEvent.canceled),
        EventMember(BookingDisplaced.self, BookingEvent.displaced),
        EventMember(BookingReceived.self, BookingEvent.received),
        EventMember(BookingMissed.self, BookingEvent.missed),
        EventMember(BookingLapsed.self, BookingEvent.lapsed),
    ]

    package var payload: any EventPayload {
        switch self {
        case .made(let payload): payload
        case .moved(let payload): payload
        case .reminded(let payload): payload
        case .canceled(let payload): payload
        case .displaced(let payload): payload
        case .received(let payload): payload
        case .missed(let payload): payload
        case .lapsed(let payload): payload
        }
    }
}
