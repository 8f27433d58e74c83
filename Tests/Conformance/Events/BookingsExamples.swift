import EventLog
import Kernel

@testable import Bookings

extension EventExamples {
    /// Every fact of a service window, of one of its days, and of a booking.
    static func bookings() throws -> [any EventPayload] {
        guard let slot = TimeSpan(from: 540, to: 570), let morning = TimeSpan(from: 540, to: 720) else {
            throw Misspelt()
        }
        let booking = "1K1"
        let setting = WindowSetting(
            name: "3号窗口",
            hall: "区政务服务中心一楼",
            address: "演示路1号",
            phone: "0826-0000000",
            items: ["511A0138600000"],
            spans: [morning],
            slotMinutes: 30,
            capacity: 2,
            daysAhead: 10
        )
        return [
            ServiceWindowSet(
                agency: Open("1A1"),
                agencyName: Open("演示区教育局"),
                division: Open("511602000000"),
                setting: Open(setting),
                reason: "开放预约"
            ),
            WindowPlaceTaken(booking: booking, slot: slot), WindowPlaceGivenUp(booking: booking),
            WindowDayClosed(window: "1W1", day: day, closure: Open(.init(morning, reason: "系统检修"))),
            WindowDayReopened(window: "1W1", day: day, reason: "检修提前完成"),
            BookingMade(
                number: "511602-20260302-K0001",
                window: "1W1",
                agency: "1A1",
                agencyName: "演示区教育局",
                items: [Booking.Item(code: "511A0138600000", name: "民办幼儿园设立审批")],
                day: day,
                slot: slot,
                turn: 1,
                booker: .present(
                    subject: booking,
                    Booker(name: "张三", mobile: "13800000000", unit: "演示公司", mark: "00")
                ),
                queryDigest: "00"
            ),
            BookingMoved(day: day, slot: slot), BookingReminded(on: day), BookingCanceled(on: day),
            BookingDisplaced(reason: "系统检修"), BookingReceived(on: day), BookingMissed(on: day), BookingLapsed(on: day),
        ]
    }
}
