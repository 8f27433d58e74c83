package import Kernel
package import Parties

/// Every refusal of bookings; none carries who books.
package enum BookingError: Error, Hashable, Sendable {
    case unknownAgency
    case unknownWindow
    case unknownBooking
    /// What the keeper wants to set up is not right.
    case window(WindowFault)
    /// The window takes no bookings at the moment.
    case notTaking
    case noItems
    case tooManyItems(greatest: Int, found: Int)
    /// The window does not serve it, or it is public no more.
    case itemNotServed(String)
    /// No working day, over, or further ahead than the window is booked.
    case dayNotOffered(Day)
    case timeNotOffered
    /// It begins too soon, or has begun.
    case tooLate(minutes: Int)
    case full
    case closed(reason: String)
    case booker(PartiesError)
    case unit(greatest: Int, found: Int)
    case tooManyOpen(greatest: Int, found: Int)
    /// The same person has a booking at that time already.
    case bookedAlready(number: String)
    case sameTime
    case wrongStage(expected: Booking.Stage, found: Booking.Stage)
    case notAnOfficer
    /// Only officers of the window's agency.
    case otherAgency(String)
    /// Who comes is received on the day of the booking.
    case notToday(Day)
    /// Nobody has missed what has not begun.
    case notBegun
    case reason(expected: ClosedRange<Int>, found: Int)
    case closedAlready
    case notClosed
}

/// What is wrong with how a window is set up.
package enum WindowFault: Hashable, Sendable {
    case text(Field, expected: ClosedRange<Int>, found: Int)
    case number(Field, expected: ClosedRange<Int>, found: Int)
    case noItems
    /// No public item of the agency has the code.
    case unknownItem(String)
    /// Times of opening are missing, or stand one upon the other.
    case spans
    /// No time of opening is as long as one booking.
    case noSlot

    package enum Field: String, Hashable, Sendable {
        case name, hall, address, phone, reason, slotMinutes, capacity, daysAhead

        package var chinese: String {
            switch self {
            case .name: "窗口名称"
            case .hall: "办事地点"
            case .address: "地址"
            case .phone: "电话"
            case .reason: "理由"
            case .slotMinutes: "每个时段的分钟数"
            case .capacity: "每个时段可约人数"
            case .daysAhead: "可提前预约的工作日数"
            }
        }
    }
}
