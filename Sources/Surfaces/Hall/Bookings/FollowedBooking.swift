import Access
import Bookings
import Casework
import EventLog
import Interchange
import Kernel

/// A booking as who booked may see it.
struct FollowedBooking: Correspondence {
    let id: Booking.ID
    let number: String
    let way: FollowedWay
    let state: Booking
    /// Where it is; `nil` never but for a window that was not set up.
    let window: WindowRow?
    let history: [RecordedEvent]

    static let belonging = Belonging.Kind.booking

    init?(_ row: BookingRow, by way: FollowedWay, _ reading: EventReading) throws {
        id = row.id
        number = row.number
        self.way = way
        state = try reading.state(Booking.self, row.id.text).state
        window = try reading.serviceWindow(row.window)
        history = try reading.events(of: Booking.stream(row.id.text))
    }

    var key: String { id.text }

    static func row(number: String, in reading: EventReading) throws -> BookingRow? {
        try reading.booking(number: number)
    }

    static func row(number: String, queryDigest: String, in reading: EventReading) throws -> BookingRow? {
        try reading.booking(number: number, queryDigest: queryDigest)
    }

    static func key(of row: BookingRow) -> String { row.id.text }

    static func address(_ number: String, _ code: QueryCode) -> String { HallPath.booking(number, code.text) }

    static func ownAddress(_ number: String) -> String { HallPath.ownBooking(number) }

    func address(of part: HallPath.BookingPart) -> String { "\(address)/\(part.rawValue)" }

    /// As `12月1日 周二 09:00–09:30`.
    var time: String { "\(state.day.shortText) \(state.slot.text)" }

    var place: String { window.map { "\($0.setting.hall) \($0.setting.name)" } ?? state.agencyName }

    /// The booking for the calendar of a telephone, with a reminder an hour before; `origin` is scheme and host of the Hall.
    func calendar(under origin: String?) -> CalendarFile {
        let begins = state.slot.begins(on: state.day)
        return CalendarFile(
            named: "窗口预约",
            [
                CalendarFile.Entry(
                    id: "\(number)@hengjian",
                    day: state.day,
                    hours: .init(from: begins, to: state.slot.ends(on: state.day)),
                    title: "窗口预约：\(state.items.map(\.name).joined(separator: "、"))",
                    text: "预约号 \(number)，\(place)，\(window?.setting.address ?? "")。请带好身份证件和材料。",
                    place: place,
                    address: origin ?? "",
                    remindAt: begins - .seconds(3_600),
                    changedAt: history.last?.envelope.recordedAt ?? begins
                )
            ]
        )
    }
}
