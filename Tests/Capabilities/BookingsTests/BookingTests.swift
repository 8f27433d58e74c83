import Database
import Directory
import EventLog
import Kernel
import Parties
import TestHouse
import TestSupport
import Testing

@testable import Bookings

@Suite("Booking a service window")
struct BookingTests {
    @Test("of forty who book the last places at once as many get one as there are", arguments: StorageEngine.allCases)
    func capacity(on engine: StorageEngine) async throws {
        let counter = try await Counter(on: engine, capacity: 3)
        let refusals = await withTaskGroup(of: BookingError?.self) { group in
            for person in 1...40 {
                group.addTask {
                    do {
                        try await counter.book(person)
                        return nil
                    } catch {
                        return error as? BookingError ?? .unknownWindow
                    }
                }
            }
            return await group.reduce(into: [BookingError?]()) { $0.append($1) }
        }
        #expect(refusals.count { $0 == nil } == 3)
        #expect(refusals.compactMap(\.self).allSatisfy { $0 == .full })
        #expect(try await counter.left() == [0, 3, 3, 3])
        let rebuilt = try await counter.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test(
        "one number has no more open bookings than allowed, however it asks at once",
        arguments: StorageEngine.allCases
    )
    func limit(on engine: StorageEngine) async throws {
        let counter = try await Counter(on: engine, capacity: 20)
        let days: [Day] = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]
        let kept = await withTaskGroup(of: Bool.self) { group in
            for day in days {
                for time in ["09:00", "09:30", "14:00", "14:30"] {
                    group.addTask { (try? await counter.book(1, on: day, at: time)) != nil }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(kept == counter.rules.mostOpen)
        await #expect(throws: BookingError.tooManyOpen(greatest: 3, found: 3)) {
            try await counter.book(1, on: "2026-03-09")
        }
        try await counter.book(2, on: "2026-03-09")
    }

    @Test("the same form sent again is the same booking")
    func twice() async throws {
        let counter = try await Counter()
        let first = try await counter.book(key: "form-1")
        #expect(first.number == "511602-20260302-K0001")
        #expect(try await counter.book(key: "form-1") == first)
        await #expect(throws: BookingError.bookedAlready(number: first.number)) {
            try await counter.book(key: "form-2")
        }
    }

    @Test("only working days within reach and times that have not begun are booked")
    func times() async throws {
        let counter = try await Counter()
        // Saturday, and the sixth working day from Monday.
        for day in ["2026-03-07", "2026-03-10", "2026-03-01"] as [Day] {
            await #expect(throws: BookingError.dayNotOffered(day)) { try await counter.book(on: day) }
        }
        await #expect(throws: BookingError.timeNotOffered) { try await counter.book(at: "10:00") }
        // It is nine, and a booking is made half an hour ahead at the latest.
        await #expect(throws: BookingError.tooLate(minutes: 30)) { try await counter.book(on: "2026-03-02") }
        try await counter.book(on: "2026-03-02", at: "09:30")
        await #expect(throws: BookingError.itemNotServed("X")) { try await counter.book(2, items: ["X"]) }
        await #expect(throws: BookingError.noItems) { try await counter.book(2, items: []) }
    }

    @Test("moved and given up in time, the place is free for others", arguments: StorageEngine.allCases)
    func changing(on engine: StorageEngine) async throws {
        let counter = try await Counter(on: engine)
        let id = try await counter.book().booking
        let half = try #require(TimeSpan.minute("09:30"))
        try await counter.house.submit(
            MoveBooking(id, to: Counter.tuesday, from: half, counter.rules),
            by: Counter.visitor
        )
        #expect(try await counter.left() == [1, 0, 1, 1])
        try await counter.book(2)
        await #expect(throws: BookingError.full) {
            try await counter.house.submit(
                MoveBooking(id, to: Counter.tuesday, from: 540, counter.rules),
                by: Counter.visitor
            )
        }
        #expect(try await counter.state(id).state.slot.from == half, "a refused move keeps the old place")
        #expect(try await counter.left() == [0, 0, 1, 1])
        try await counter.house.submit(CancelBooking(id, counter.rules), by: Counter.visitor)
        #expect(try await counter.left() == [0, 1, 1, 1])
        await #expect(throws: BookingError.wrongStage(expected: .open, found: .canceled)) {
            try await counter.house.submit(CancelBooking(id, counter.rules), by: Counter.visitor)
        }
        let late = try await counter.book(3, at: "14:00").booking
        counter.house.clock.set(Instant(Counter.tuesday, hour: 13, minute: 31))
        await #expect(throws: BookingError.tooLate(minutes: 30)) {
            try await counter.house.submit(CancelBooking(late, counter.rules), by: Counter.visitor)
        }
    }

    @Test("a closed time sends its bookers away with the reason and takes nobody until it is open again")
    func closing() async throws {
        let counter = try await Counter(capacity: 2)
        let (morning, afternoon) = (try await counter.book(1).booking, try await counter.book(2, at: "14:00").booking)
        let span = try #require(TimeSpan("08:00-12:00"))
        let close = CloseWindowDay(counter.window, on: Counter.tuesday, span, reason: "系统检修")
        #expect(try await counter.house.submit(close, by: counter.clerk()) == 1)
        #expect(try await counter.state(morning).state.closedBecause == "系统检修")
        #expect(try await counter.state(afternoon).state.stage == .open)
        #expect(try await counter.left() == [0, 0, 1, 2])
        await #expect(throws: BookingError.closed(reason: "系统检修")) { try await counter.book(3) }
        await #expect(throws: BookingError.closedAlready) {
            try await counter.house.submit(close, by: counter.clerk())
        }
        let reopen = ReopenWindowDay(counter.window, on: Counter.tuesday, reason: "检修提前完成")
        try await counter.house.submit(reopen, by: counter.clerk())
        try await counter.book(1)
        let rebuilt = try await counter.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("the clerk receives on the day, records who did not come, and acts for no other agency")
    func desk() async throws {
        let counter = try await Counter(capacity: 3)
        let (first, second) = (try await counter.book(1).booking, try await counter.book(2).booking)
        await #expect(throws: BookingError.notToday(Counter.tuesday)) {
            try await counter.house.submit(ReceiveBooking(first, seen: 1), by: counter.clerk())
        }
        await #expect(throws: BookingError.notBegun) {
            try await counter.house.submit(MissBooking(second, seen: 1), by: counter.clerk())
        }
        counter.house.clock.set(Instant(Counter.tuesday, hour: 9, minute: 10))
        let neighbor = try await counter.house.neighbor()
        await #expect(throws: BookingError.otherAgency("演示区教育局")) {
            try await counter.house.submit(ReceiveBooking(first, seen: 1), by: neighbor.officer(.handle))
        }
        await #expect(throws: BookingError.notAnOfficer) {
            try await counter.house.submit(ReceiveBooking(first, seen: 1), by: Counter.visitor)
        }
        try await counter.house.submit(ReceiveBooking(first, seen: 1), by: counter.clerk())
        try await counter.house.submit(MissBooking(second, seen: 1), by: counter.clerk())
        #expect(try await counter.state(first).state.stage == .received)
        #expect(try await counter.state(second).state.stage == .missed)
        await #expect(throws: (any Error).self) {
            try await counter.house.submit(MissBooking(second, seen: 1), by: counter.clerk())
        }
    }

    @Test("who booked is reminded once the day before, and what nobody recorded ends with its day")
    func timers() async throws {
        let counter = try await Counter(capacity: 3)
        let timers = BookingTimers(counter.house.log, counter.rules)
        let (near, far) = (try await counter.book(1).booking, try await counter.book(2, on: "2026-03-04").booking)
        try await timers.fire(TestHouse.realm, now: counter.house.clock.now)
        #expect(try await !counter.state(near).state.isReminded, "booked today, known today")
        counter.house.clock.set(Instant(Counter.tuesday, hour: 8))
        try await timers.fire(TestHouse.realm, now: counter.house.clock.now)
        #expect(try await !counter.state(far).state.isReminded)
        counter.house.clock.set(Instant(Counter.tuesday, hour: 9))
        for _ in 1...2 { try await timers.fire(TestHouse.realm, now: counter.house.clock.now) }
        #expect(try await counter.state(far).version == 2)
        counter.house.clock.set(Instant("2026-03-05", hour: 9))
        for _ in 1...2 { try await timers.fire(TestHouse.realm, now: counter.house.clock.now) }
        #expect(try await counter.state(near).state.stage == .lapsed)
        #expect(try await counter.state(far).state.stage == .lapsed)
        #expect(try await counter.state(far).version == 3)
    }

    @Test("who comes lies in the personal section of the booking alone and goes with its key")
    func erasure() async throws {
        let counter = try await Counter(capacity: 3)
        let id = try await counter.book().booking
        try await counter.house.submit(
            EraseSubject(subject: id.text, article: "个人信息保护法§47", reason: "本人申请"),
            by: Actor(kind: .officer, id: "founder")
        )
        #expect(try await counter.state(id).state.booker == nil)
        #expect(try await counter.state(id).state.stage == .open)
        let rebuilt = try await counter.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("a window is set up for public items of the agency, with times that fit")
    func setting() async throws {
        let counter = try await Counter()
        func set(_ setting: WindowSetting) async throws {
            try await counter.house.submit(
                SetServiceWindow(counter.window, of: counter.house.agency, to: setting, reason: "调整"),
                by: try counter.house.officer(.approve)
            )
        }
        await #expect(throws: BookingError.window(.unknownItem("X"))) { try await set(Counter.setting(items: ["X"])) }
        await #expect(throws: BookingError.window(.noItems)) { try await set(Counter.setting(items: [])) }
        await #expect(throws: BookingError.window(.spans)) {
            try await set(Counter.setting(hours: ["09:00-11:00", "10:30-12:00"]))
        }
        await #expect(throws: BookingError.window(.noSlot)) { try await set(Counter.setting(slotMinutes: 90)) }
        await #expect(throws: BookingError.window(.number(.capacity, expected: 1...200, found: 0))) {
            try await set(Counter.setting(capacity: 0))
        }
        try await counter.book()
        // Other times: what was booked before counts where it overlaps.
        try await set(Counter.setting(hours: ["09:15-10:15"]))
        #expect(try await counter.left() == [0, 1])
        try await set(Counter.setting(isTaking: false))
        await #expect(throws: BookingError.notTaking) { try await counter.book(2, at: "14:00") }
    }

    @Test(
        "times of day are read as people type them",
        arguments: [
            ("09:00-12:00", 540, 720), ("9:00～12:30", 540, 750), ("13：30 — 17：00", 810, 1_020),
            ("00:00至24:00", 0, 1_440),
        ]
    )
    func spans(text: String, from: Int, to: Int) {
        #expect(TimeSpan(text) == TimeSpan(from: from, to: to))
    }

    @Test(
        "what is no time of day is none",
        arguments: ["", "9-12", "12:00-09:00", "09:00", "25:00-26:00", "09:60-10:00"]
    )
    func noSpans(text: String) {
        #expect(TimeSpan(text) == nil)
    }
}
