import Bookings
import EventLog
import HTML
import Kernel

/// What can be booked of one window: its days, and the times of one of them.
struct BookingOffer: Sendable {
    let window: WindowRow
    let days: [OfferedDay]
    /// The day that was asked for, else the first on which a place is left.
    let day: OfferedDay?

    init(_ window: WindowRow, asked day: String?, from parts: HallParts, in reading: EventReading) throws {
        self.window = window
        let days = try reading.offered(
            window,
            on: window.setting.days(from: parts.today, in: parts.calendar),
            at: parts.log.clock.now,
            parts.bookings
        )
        self.days = days
        let asked = day.flatMap { Day($0) }
        self.day = days.first { $0.day == asked } ?? days.first { $0.left > 0 }
    }
}

/// The days of a window to choose from, each with how many places are left.
struct OfferedDays: Component {
    let offer: BookingOffer
    let address: @Sendable (Day) -> String

    var body: any HTML {
        FilterChips(
            "日期",
            offer.days.map { day in
                FilterChips.Chip(
                    day.day.shortText,
                    count: day.left,
                    to: address(day.day),
                    isOn: day.day == offer.day?.day
                )
            }
        )
    }
}

/// The times of the chosen day that are left.
struct OfferedTimes: Component {
    let day: OfferedDay
    let chosen: String
    let errors: [FieldError]

    var body: any HTML {
        ChoiceField(
            FieldCaption("time", label: "\(day.day.shortText)的时段", isRequired: true, errors: errors),
            choices: day.times.filter { $0.left > 0 }.map { time in
                Choice(String(time.slot.from), "\(time.slot.text)（余 \(time.left)）")
            },
            chosen: [chosen],
            layout: .line
        )
    }
}

extension Day {
    /// As `12月1日 周二`.
    var shortText: String {
        let names = ["一", "二", "三", "四", "五", "六", "日"]
        return "\(month)月\(dayOfMonth)日 周\(names[weekday - 1])"
    }
}
