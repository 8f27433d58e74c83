import Bookings
import Kernel
import WebServer

/// Booking a service window, and what was booked.
extension HallPath {
    static let book = "/book"

    /// Booking for an item; at a window and on a day, if they are chosen already.
    static func book(_ item: String, at window: ServiceWindow.ID? = nil, on day: Day? = nil) -> String {
        "\(book)?item=\(URLText.encode(item))" + (window.map { "&window=\(URLText.encode($0.text))" } ?? "")
            + (day.map { "&day=\($0)" } ?? "")
    }

    /// A booking as who booked sees it.
    static func booking(_ number: String, _ code: String) -> String {
        "\(follow)/bookings/\(URLText.encode(number))/\(URLText.encode(code))"
    }

    static func ownBooking(_ number: String) -> String { "\(own)/bookings/\(URLText.encode(number))" }

    /// What can be done about a booking.
    enum BookingPart: String, Sendable {
        case receipt, move, cancel
        case calendar = "booking.ics"
    }
}

extension HallPath.Pattern {
    static let book: RoutePath = "/book"
    static let booking = HallPath.Followed("/follow/bookings/{number}/{query}", own: "/me/bookings/{number}")
    static let bookingReceipt: RoutePath = "/follow/bookings/{number}/{query}/receipt"
    static let moveBooking = HallPath.Followed(
        "/follow/bookings/{number}/{query}/move",
        own: "/me/bookings/{number}/move"
    )
    static let cancelBooking = HallPath.Followed(
        "/follow/bookings/{number}/{query}/cancel",
        own: "/me/bookings/{number}/cancel"
    )
    static let bookingCalendar = HallPath.Followed(
        "/follow/bookings/{number}/{query}/booking.ics",
        own: "/me/bookings/{number}/booking.ics"
    )
}
