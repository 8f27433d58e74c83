package import EventLog
package import Kernel

/// One time at a service window that somebody booked (预约), and what came of it.
package struct Booking: Aggregate {
    package typealias ID = Identifier<Booking>
    package static let category = "booking"

    /// What became of it.
    package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        case open
        /// Who booked came and was served.
        case received
        /// Who booked did not come.
        case missed
        /// Given up by who booked.
        case canceled
        /// The agency closed the time.
        case displaced
        /// The day is over, and nobody recorded what came of it.
        case lapsed

        package var chinese: String {
            switch self {
            case .open: "已预约"
            case .received: "已到场办理"
            case .missed: "未到场"
            case .canceled: "已取消"
            case .displaced: "窗口停办"
            case .lapsed: "已过期"
            }
        }
    }

    /// An item that is to be dealt with, as it was called.
    package struct Item: Hashable, Sendable, Codable {
        package let code: String
        package let name: String
    }

    /// `nil` before the booking.
    package private(set) var number: String?
    package private(set) var window = ServiceWindow.ID("")
    package private(set) var agency = ""
    package private(set) var agencyName = ""
    package private(set) var items: [Item] = []
    package private(set) var day = Day.first
    package private(set) var slot = TimeSpan.wholeDay
    package private(set) var stage = Stage.open
    /// `nil` once erased.
    package private(set) var booker: Booker?
    package private(set) var isReminded = false
    /// Why the agency closed the time.
    package private(set) var closedBecause: String?

    package init() {}

    package mutating func evolve(_ event: BookingEvent, _ envelope: Envelope) {
        switch event {
        case .made(let made):
            number = made.number
            window = ServiceWindow.ID(made.window)
            agency = made.agency
            agencyName = made.agencyName
            items = made.items
            (day, slot) = (made.day, made.slot)
            booker = made.booker.value
        case .moved(let moved):
            (day, slot) = (moved.day, moved.slot)
            isReminded = false
        case .reminded: isReminded = true
        case .canceled: stage = .canceled
        case .displaced(let displaced):
            stage = .displaced
            closedBecause = displaced.reason
        case .received: stage = .received
        case .missed: stage = .missed
        case .lapsed: stage = .lapsed
        }
    }

    /// Refuses unless it is open.
    func requireOpen() throws(BookingError) {
        guard stage == .open else { throw .wrongStage(expected: .open, found: stage) }
    }

    /// Whether who booked may still move or give it up.
    package func mayBeChanged(at now: Instant, _ rules: BookingRules) -> Bool {
        stage == .open && rules.isInTime(slot, on: day, at: now)
    }
}

extension BookingRules {
    /// Whether a time begins late enough to be booked, moved or given up at `now`.
    package func isInTime(_ slot: TimeSpan, on day: Day, at now: Instant) -> Bool {
        now + .seconds(leadMinutes * 60) <= slot.begins(on: day)
    }

    func requireInTime(_ slot: TimeSpan, on day: Day, at now: Instant) throws(BookingError) {
        guard isInTime(slot, on: day, at: now) else { throw .tooLate(minutes: leadMinutes) }
    }
}
