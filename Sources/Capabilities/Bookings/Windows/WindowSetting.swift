package import Kernel
package import TimeLimits

/// How a service window is set up: where it is, what it serves, when it is open, how many it serves at a time.
package struct WindowSetting: Hashable, Sendable, Codable {
    /// As `3号窗口`.
    package let name: String
    /// The place with service windows, as `区政务服务中心一楼`.
    package let hall: String
    package let address: String
    /// Empty for none.
    package let phone: String
    /// The codes of the items it serves.
    package let items: [String]
    /// When it is open on working days, in order.
    package let spans: [TimeSpan]
    /// How long one booking lasts.
    package let slotMinutes: Int
    /// How many are served at the same time.
    package let capacity: Int
    /// How many working days ahead it is booked.
    package let daysAhead: Int
    /// Whether it takes bookings at the moment.
    package let isTaking: Bool

    static let names = 2...60
    static let addresses = 2...200
    static let phones = 0...60
    static let slotLengths = 5...240
    static let capacities = 1...200
    static let aheads = 1...60

    package init(
        name: String,
        hall: String,
        address: String,
        phone: String = "",
        items: [String],
        spans: [TimeSpan],
        slotMinutes: Int,
        capacity: Int,
        daysAhead: Int,
        isTaking: Bool = true
    ) {
        self.name = name
        self.hall = hall
        self.address = address
        self.phone = phone
        self.items = items
        self.spans = spans
        self.slotMinutes = slotMinutes
        self.capacity = capacity
        self.daysAhead = daysAhead
        self.isTaking = isTaking
    }

    /// The times that can be booked on a day, in order.
    package var slots: [TimeSpan] {
        spans.flatMap { span in
            stride(from: span.from, through: span.to - slotMinutes, by: slotMinutes).compactMap { from in
                TimeSpan(from: from, to: from + slotMinutes)
            }
        }
    }

    /// The working days on which it can be booked, seen from `today`, as far as the calendar reaches.
    package func days(from today: Day, in calendar: WorkingCalendar) -> [Day] {
        var days: [Day] = []
        var day = today
        // Today is one more, if it is worked.
        let most = daysAhead + (calendar.isWorkingDay(today) ? 1 : 0)
        while days.count < most, calendar.contains(day) {
            if calendar.isWorkingDay(day) { days.append(day) }
            day = day + 1
        }
        return days
    }

    /// Returns the same with its texts trimmed and its spans in order.
    func checked() throws(BookingError) -> WindowSetting {
        let spans = spans.sorted()
        guard let first = spans.first,
            zip(spans, spans.dropFirst()).allSatisfy({ $0.to <= $1.from }), first.from >= 0
        else { throw .window(.spans) }
        let checked = WindowSetting(
            name: try BookingText.checked(name, .name, WindowSetting.names),
            hall: try BookingText.checked(hall, .hall, WindowSetting.names),
            address: try BookingText.checked(address, .address, WindowSetting.addresses),
            phone: try BookingText.checked(phone, .phone, WindowSetting.phones),
            items: items,
            spans: spans,
            slotMinutes: try BookingText.checked(slotMinutes, .slotMinutes, WindowSetting.slotLengths),
            capacity: try BookingText.checked(capacity, .capacity, WindowSetting.capacities),
            daysAhead: try BookingText.checked(daysAhead, .daysAhead, WindowSetting.aheads),
            isTaking: isTaking
        )
        guard !checked.slots.isEmpty else { throw .window(.noSlot) }
        return checked
    }
}

/// Checks what keepers, clerks and bookers type.
enum BookingText {
    static let reasons = 4...500

    /// Returns the text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    static func checked(
        _ text: String,
        _ field: WindowFault.Field,
        _ expected: ClosedRange<Int>
    ) throws(BookingError) -> String {
        let trimmed = trimmed(text)
        guard fits(trimmed, expected) else {
            throw .window(.text(field, expected: expected, found: trimmed.count))
        }
        return trimmed
    }

    static func checked(
        _ number: Int,
        _ field: WindowFault.Field,
        _ expected: ClosedRange<Int>
    ) throws(BookingError) -> Int {
        guard expected.contains(number) else { throw .window(.number(field, expected: expected, found: number)) }
        return number
    }

    /// Returns why a clerk closes or opens a time.
    static func reason(_ text: String) throws(BookingError) -> String {
        let trimmed = trimmed(text)
        guard fits(trimmed, reasons) else { throw .reason(expected: reasons, found: trimmed.count) }
        return trimmed
    }

    /// Characters may be put together of many bytes; nobody fills the log with one.
    static func fits(_ text: String, _ expected: ClosedRange<Int>) -> Bool {
        expected.contains(text.count) && text.utf8.count <= expected.upperBound * 8
    }
}
