import Bookings
import Cryptography
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Bookings at the desk")
struct BookingDeskTests {
    private static func opened(_ desk: TestDesk) async throws -> (ServiceWindow.ID, BookWindow.Answer) {
        let code = "511A0138600000-511602000000-000-11511301008778183N-1-00"
        let setting = WindowSetting(
            name: "3号窗口",
            hall: "区政务服务中心一楼",
            address: "演示路1号",
            items: [code],
            spans: [try #require(TimeSpan("09:00-12:00"))],
            slotMinutes: 30,
            capacity: 2,
            daysAhead: 3
        )
        let window = try await desk.house.submit(
            SetServiceWindow(nil, of: desk.house.agency, to: setting, reason: "开放预约"),
            by: try desk.house.officer(.approve)
        )
        let command = BookWindow(
            window,
            for: [code],
            on: desk.house.clock.today,
            from: 630,
            by: Booker.Entry(name: "赵小明", mobile: "13800001001", unit: "演示公司"),
            queryDigest: "digest",
            under: desk.house.ring.key(for: .receipt),
            try BookingRules.shipped()
        )
        return (window, try await desk.house.submit(command, by: Actor(kind: .visitor, id: "hall")))
    }

    @Test("who comes is listed masked, called to the window, and the application begins with what is known")
    func receiving() async throws {
        let desk = try await TestDesk()
        let (_, booked) = try await Self.opened(desk)
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/bookings")
            #expect(page.body.contains(booked.number) && page.body.contains("10:30–11:00"))
            #expect(page.body.contains("138****1001") && !page.body.contains("赵小明"))
            #expect(!page.body.contains("未到场</button>"), "it has not begun")
            let next = try await window.post("/bookings/\(booked.number)/receive", [], from: page)
            #expect(next.status == 303)
            let intake = try await window.get(next.header("Location") ?? "")
            #expect(intake.body.contains("value=\"演示公司\"") && intake.body.contains("value=\"13800001001\""))
            let again = try await window.post(
                "/bookings/\(booked.number)/receive",
                [("_key", DeskBrowser.freshKey()), ("seen", "2")],
                from: page
            )
            #expect(again.status == 409)
            #expect(again.body.contains("预约应为“已预约”，实为“已到场办理”"))
        }
    }

    @Test("a closed time is listed with its reason until it is open again; who booked is sent away")
    func closing() async throws {
        let desk = try await TestDesk()
        let (id, booked) = try await Self.opened(desk)
        let today = desk.house.clock.today
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/bookings")
            let form = [("window", id.text), ("day", today.description), ("reason", "系统检修")]
            let refused = try await window.post("/bookings/close", form + [("time", "上午")], from: page)
            #expect(refused.status == 422)
            #expect(refused.body.contains("停办时段应为 09:00-12:00 的格式"))
            let closed = try await window.post("/bookings/close", form + [("time", "")], from: page)
            #expect(closed.status == 303)
            let list = try await window.get("/bookings")
            #expect(list.body.contains("系统检修") && list.body.contains("窗口停办"))
            let reopened = try await window.post(
                "/bookings/reopen",
                [("closed", "\(id.text) \(today)"), ("why", "检修提前完成"), ("_key", DeskBrowser.freshKey())],
                from: list
            )
            #expect(reopened.status == 303)
            let stage = try await desk.house.log.read(TestHouse.realm) { try $0.booking(number: booked.number)?.stage }
            #expect(stage == .displaced)
        }
    }
}
