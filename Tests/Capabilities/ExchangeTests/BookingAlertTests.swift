import Bookings
import Cryptography
import Directory
import EventLog
import Exchange
import Kernel
import Synchronization
import TestHouse
import Testing

@Suite("Who booked a window hears of it")
struct BookingAlertTests {
    /// Takes every message and remembers it.
    private final class Line: AlertCarrier {
        let channels: Set<Alert.Channel> = [.message]
        private let parcels = Mutex<[AlertParcel]>([])

        var texts: [String] { parcels.withLock { $0.map(\.text) } }

        func carry(_ parcel: AlertParcel) async throws(AlertFault) { parcels.withLock { $0.append(parcel) } }
    }

    @Test("that it is booked, and that the agency closed the time and why; not what they did themselves, and no name")
    func told() async throws {
        let house = try await TestHouse.open(
            migrations: ExchangeModule.migrations + BookingsModule.migrations,
            families: BookingsModule.families,
            projections: BookingsModule.projections
        )
        let (line, rules) = (Line(), try BookingRules.shipped())
        let store = AlertStore(
            log: house.log,
            realm: TestHouse.realm,
            key: house.ring.key(for: .alert),
            clock: house.clock,
            randomness: SystemRandomness(),
            links: AlertLinks(
                desk: { "https://x.example/desk/cases/\($0)" },
                opinions: "https://x.example/opinions",
                legalTasks: "https://x.example/law-tasks",
                disputes: "https://x.example/disputes",
                findings: { "https://x.example/supervision/findings/\($0)" },
                orders: { "https://x.example/supervision/orders/\($0)" },
                scores: { "https://x.example/supervision/scores/\($0)" },
                hall: "https://x.example/follow"
            ),
            carrier: line
        )
        try await store.write()
        let code = "511A0138600000-511602000000-000-11511301008778183N-1-00"
        let morning = try #require(TimeSpan("09:00-10:00"))
        let setting = WindowSetting(
            name: "3号窗口",
            hall: "区政务服务中心一楼",
            address: "演示路1号",
            items: [code],
            spans: [morning],
            slotMinutes: 30,
            capacity: 1,
            daysAhead: 3
        )
        let window = try await house.submit(
            SetServiceWindow(nil, of: house.agency, to: setting, reason: "开放预约"),
            by: try house.officer(.approve)
        )
        var booked: [BookWindow.Answer] = []
        for (place, minute) in [540, 570].enumerated() {
            let command = BookWindow(
                window,
                for: [code],
                on: "2026-03-03",
                from: minute,
                by: Booker.Entry(name: "赵小明", mobile: "1380000100\(place)"),
                queryDigest: "digest",
                under: house.ring.key(for: .receipt),
                rules
            )
            booked.append(try await house.submit(command, by: Actor(kind: .visitor, id: "hall")))
        }
        try await house.submit(CancelBooking(booked[1].booking, rules), by: Actor(kind: .visitor, id: "hall"))
        try await store.write()
        try await store.send()
        #expect(line.texts.count == 2)
        let first = try #require(line.texts.first { $0.contains(booked[0].number) })
        #expect(first.contains("已约定：2026年3月3日 09:00–09:30，区政务服务中心一楼 3号窗口"))
        #expect(!first.contains("赵小明"))
        let close = CloseWindowDay(window, on: "2026-03-03", morning, reason: "系统检修")
        try await house.submit(close, by: try house.officer(.reception))
        try await store.write()
        try await store.send()
        #expect(line.texts.count == 3)
        #expect(line.texts.last?.contains("因窗口停办已取消（系统检修）") == true)
    }
}
