import Bookings
import Directory
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Booking a service window in the Hall")
struct BookingTests {
    private static let code = "511A0138600000-511602000000-000-11511301008778183N-1-00"
    private static let person = ["name": "赵<b>小明</b>", "mobile": "13800001001"]

    private static func open(_ site: HallTestSite, capacity: Int = 1) async throws -> ServiceWindow.ID {
        let setting = WindowSetting(
            name: "3号窗口",
            hall: "区政务服务中心一楼",
            address: "演示路1号",
            items: [code],
            spans: [try #require(TimeSpan("14:00-15:00"))],
            slotMinutes: 30,
            capacity: capacity,
            daysAhead: 3
        )
        return try await site.house.submit(
            SetServiceWindow(nil, of: site.house.agency, to: setting, reason: "开放预约"),
            by: try site.house.officer(.approve)
        )
    }

    @Test("booked from the item's page without an account, moved, taken into the calendar, given up")
    func booking() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/items/\(Self.code)")
            #expect(!visitor.page.contains("/book?item="), "no window takes bookings for it")
            try await visitor.go("/book?item=\(Self.code)")
            #expect(visitor.page.contains("没有开放预约的窗口"))
            _ = try await Self.open(site)
            try await visitor.go("/items/\(Self.code)")
            #expect(visitor.page.contains("href=\"/book?item=\(Self.code)\""))
            try await visitor.go("/book?item=\(Self.code)&day=2026-03-04")
            #expect(visitor.page.contains("14:00–14:30") && visitor.page.contains("3月4日 周三"))
            #expect(!visitor.page.contains("3月7日"), "Saturday")
            try await visitor.send("/book", Self.person)
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("时段应选择一个"))
            #expect(visitor.page.contains("赵&lt;b&gt;小明"), "what was typed stays")
            try await visitor.send("/book", ["time": "840", "name": "赵小明", "mobile": "123"])
            #expect(visitor.page.contains("手机号应为 11 位数字"))
            let form = visitor
            try await visitor.send("/book", Self.person.merging(["time": "840"]) { $1 })
            #expect(visitor.page.contains("预约成功：3月4日 周三 14:00–14:30"))
            #expect(visitor.page.contains("511602-20260302-K0001"))
            let receipt = visitor.path
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            let address = "/follow/bookings/511602-20260302-K0001/\(code)"

            var again = form
            try await again.send("/book", Self.person.merging(["time": "840"]) { $1 })
            #expect(again.path == receipt, "the same form sent twice, or from the back button, is one booking")

            try await visitor.go("/follow")
            try await visitor.send("/follow", ["number": "511602-20260302-K0001", "query": code])
            #expect(visitor.path == address)
            try await visitor.go("\(address)/booking.ics")
            #expect(visitor.mediaType == "text/calendar")
            #expect(visitor.page.contains("DTSTART:20260304T060000Z"))
            try await visitor.go("\(address)/move?day=2026-03-05")
            try await visitor.send("\(address)/move", ["time": "870"])
            #expect(visitor.path == address)
            #expect(visitor.page.contains("改到 3月5日 周四 14:30–15:00"))
            try await visitor.go("\(address)/move?day=2026-03-05")
            try await visitor.send("\(address)/move", ["time": "840"])
            #expect(visitor.page.contains("改到 3月5日 周四 14:00–14:30"))
            let acts = try await site.house.log.read(TestHouse.realm) { try $0.events(from: 0, limit: 10_000) }
                .filter { if case .moved? = $0.as(BookingEvent.self) { true } else { false } }
                .map(\.envelope.command.correlation)
            #expect(Set(acts).count == 2, "two acts, of both of which who booked is told")
            try await visitor.send("\(address)/cancel", [:])
            #expect(visitor.page.contains("已取消"))
            try await visitor.go("/follow/bookings/511602-20260302-K0001/AAAAAAAA")
            #expect(visitor.status == 404)
        }
    }

    @Test("who comes second hears that the time is full, and sees what is left")
    func full() async throws {
        let site = try await HallTestSite()
        _ = try await Self.open(site)
        try await site.serve { visitor in
            try await visitor.go("/book?item=\(Self.code)&day=2026-03-04")
            var second = visitor
            try await visitor.send("/book", Self.person.merging(["time": "840"]) { $1 })
            try await second.send("/book", ["time": "840", "name": "钱小红", "mobile": "13800001002", "_key": "another"])
            #expect(second.status == 409)
            #expect(second.page.contains("所选时段刚刚约满"))
            #expect(!second.page.contains("14:00–14:30（余") && second.page.contains("14:30–15:00（余 1）"))
            #expect(second.page.contains("value=\"13800001002\""))
        }
    }

    @Test("booked while signed in it is one's own, without a code; another account's opens nothing")
    func own() async throws {
        let site = try await HallTestSite()
        let window = try await Self.open(site, capacity: 2)
        try await site.serve { visitor in
            try await visitor.register(at: site)
            try await visitor.name()
            try await visitor.go("/book?item=\(Self.code)&window=\(window)&day=2026-03-04")
            #expect(visitor.page.contains("value=\"张三丰\""))
            try await visitor.send("/book", ["time": "840", "name": "张三丰", "mobile": Visitor.mobile])
            try await visitor.go("/me")
            #expect(visitor.page.contains("我的窗口预约"))
            try await visitor.go("/me/bookings/511602-20260302-K0001")
            #expect(visitor.page.contains("3月4日 周三 14:00–14:30"))
            try await visitor.send("/me/bookings/511602-20260302-K0001/cancel", [:])
            #expect(visitor.page.contains("已取消"))
            visitor.forget()
            // The newest message is told by its moment.
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await visitor.register(at: site, "13900000002")
            try await visitor.go("/me/bookings/511602-20260302-K0001")
            #expect(visitor.status == 404)
        }
    }
}
