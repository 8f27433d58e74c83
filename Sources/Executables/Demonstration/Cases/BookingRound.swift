import Access
import Bookings
import Casework
import Catalog
import Cryptography
import Directory
import EventLog
import Kernel
import TimeLimits

/// The service windows of the agencies, who booked them for the next working days, and an afternoon that is closed.
struct BookingRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let queryKey: SecretKey
    let rules: BookingRules
    let calendar: WorkingCalendar
    let chance: SeededRandomness

    /// As many as one reads on a page.
    private static let mostItems = 8
    private static let bookingsEach = 6

    private struct Counter {
        let agency: Agency.ID
        let window: ServiceWindow.ID
        let setting: WindowSetting
    }

    /// Windows that were set up and booked by the end of `day`.
    func run(on day: Day, _ items: [DemonstrationItem]) async throws {
        var counters: [Counter] = []
        for name in staff.agencies.keys.sorted() {
            guard let agency = staff.agencies[name], staff.actor(.reception, of: agency.text) != nil else { continue }
            let own = items.filter { $0.agency == agency.text && !$0.isExOfficio }
            guard !own.isEmpty else { continue }
            counters.append(try await counter(counters.count + 1, of: agency, own))
        }
        for (index, counter) in counters.enumerated() {
            for number in 1...BookingRound.bookingsEach { try await book(counter, number, after: day) }
            if index == 0 { try await close(counter, after: day) }
        }
    }

    private func counter(_ place: Int, of agency: Agency.ID, _ items: [DemonstrationItem]) async throws -> Counter {
        let ids = items.prefix(BookingRound.mostItems).map(\.id)
        let codes = try await log.read(realm) { reading in
            try ids.compactMap { try reading.powerItem($0)?.state.versions.last(where: \.isPublic)?.content.code }
        }
        let hours = ["09:00-12:00", "13:30-17:00"].compactMap { TimeSpan($0) }
        let setting = WindowSetting(
            name: "\(place)号窗口",
            hall: "区政务服务中心一楼",
            address: "广安区演示路1号（演示）",
            phone: "0826-0000000（演示）",
            items: codes,
            spans: hours,
            slotMinutes: 30,
            capacity: 2,
            daysAhead: 10
        )
        guard let keeper = staff.actor(named: "mulu") else { throw DemonstrationFault.noAgency(StaffPlan.government) }
        let command = SetServiceWindow(nil, of: agency, to: setting, reason: "开放窗口预约（演示）")
        return Counter(
            agency: agency,
            window: try await submit(command, by: keeper, "window \(place)"),
            setting: setting
        )
    }

    /// The bookings of a window stand at times of their own, on the next three working days.
    private func book(_ counter: Counter, _ number: Int, after day: Day) async throws {
        let (setting, person) = (counter.setting, SyntheticPerson(chance))
        let on = try calendar.day((number - 1) % 3 + 1, workingDaysAfter: day)
        let slot = setting.slots[(number * 3 + chance.number(in: 0...2)) % setting.slots.count]
        let command = BookWindow(
            counter.window,
            for: [setting.items[number % setting.items.count]],
            on: on,
            from: slot.from,
            by: Booker.Entry(
                name: person.markedName,
                mobile: person.mobile,
                unit: number == 2 ? SyntheticOrganization(chance).name : ""
            ),
            queryDigest: QueryCode(formKey: "demonstration booking \(counter.window) \(number)", under: queryKey)
                .digest(under: queryKey),
            under: queryKey,
            rules
        )
        _ = try await submit(command, by: Actor(kind: .visitor, id: "hall"), "booking \(counter.window) \(number)")
    }

    private func close(_ counter: Counter, after day: Day) async throws {
        guard let clerk = staff.actor(.reception, of: counter.agency.text), let span = TimeSpan("13:30-17:00") else {
            return
        }
        let on = try calendar.day(4, workingDaysAfter: day)
        let command = CloseWindowDay(counter.window, on: on, span, reason: "窗口人员业务培训（演示）")
        _ = try await submit(command, by: clerk, "closing")
    }

    private func submit<C: Command>(_ command: C, by actor: Actor, _ word: String) async throws -> C.Answer {
        let act = Act(realm: realm, actor: actor, key: "demonstration \(word)")
        return try await log.submit(command, as: act).answer
    }
}
