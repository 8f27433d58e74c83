import Bookings
import Casework
import Cryptography
import Database
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

/// The small government of the tests, with one service window for its license.
struct Counter {
    static let visitor = Actor(kind: .visitor, id: "hall")
    static let code = "511A0138600000-511602000000-000-11511301008778183N-1-00"
    /// Tuesday; the clock stands at nine on Monday, 2026-03-02.
    static let tuesday: Day = "2026-03-03"

    let house: TestHouse
    let rules: BookingRules
    let window: ServiceWindow.ID

    init(on engine: StorageEngine = .sqlite, capacity: Int = 1) async throws {
        house = try await TestHouse.open(
            on: engine,
            migrations: BookingsModule.migrations,
            families: BookingsModule.families,
            projections: BookingsModule.projections
        )
        rules = try BookingRules.shipped()
        let setting = try Counter.setting(capacity: capacity)
        window = try await house.submit(
            SetServiceWindow(nil, of: house.agency, to: setting, reason: "开放预约"),
            by: try house.officer(.approve)
        )
    }

    static func setting(
        capacity: Int = 1,
        items: [String] = [code],
        hours: [String] = ["09:00-10:00", "14:00-15:00"],
        slotMinutes: Int = 30,
        isTaking: Bool = true
    ) throws -> WindowSetting {
        WindowSetting(
            name: "3号窗口",
            hall: "区政务服务中心一楼",
            address: "演示路1号",
            items: items,
            spans: try hours.map { try #require(TimeSpan($0)) },
            slotMinutes: slotMinutes,
            capacity: capacity,
            daysAhead: 5,
            isTaking: isTaking
        )
    }

    /// Books a time; every number of `person` is another telephone.
    @discardableResult
    func book(
        _ person: Int = 1,
        on day: Day = tuesday,
        at time: String = "09:00",
        items: [String] = [code],
        key: String? = nil
    ) async throws -> BookWindow.Answer {
        let command = BookWindow(
            window,
            for: items,
            on: day,
            from: try #require(TimeSpan.minute(time)),
            by: Booker.Entry(name: "赵小明", mobile: "138 0000 \(1_000 + person)"),
            queryDigest: "digest",
            under: house.ring.key(for: .receipt),
            rules
        )
        return try await house.submit(command, by: Counter.visitor, key: key)
    }

    func state(_ id: Booking.ID) async throws -> Versioned<Booking> {
        try await house.log.read(TestHouse.realm) { try $0.state(Booking.self, id.text) }
    }

    /// How many places are left at each time of a day.
    func left(on day: Day = tuesday) async throws -> [Int] {
        let (window, now, rules) = (window, house.clock.now, rules)
        return try await house.log.read(TestHouse.realm) { reading in
            let row = try #require(try reading.serviceWindow(window))
            return try reading.offered(row, on: [day], at: now, rules).flatMap { $0.times.map(\.left) }
        }
    }

    func clerk() throws -> Actor { try house.officer(.reception) }
}
