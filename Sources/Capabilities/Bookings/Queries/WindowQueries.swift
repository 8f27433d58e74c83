import Database
package import EventLog
package import Kernel

/// A window with how it is set up.
package struct WindowRow: Hashable, Sendable {
    package let id: ServiceWindow.ID
    package let agency: String
    package let agencyName: String
    package let setting: WindowSetting
}

/// One day of a window as it can be booked.
package struct OfferedDay: Hashable, Sendable {
    package let day: Day
    package let times: [Time]

    package struct Time: Hashable, Sendable {
        package let slot: TimeSpan
        /// 0 where it is full, closed or too late.
        package let left: Int
    }

    /// How many places are left in all.
    package var left: Int { times.reduce(0) { $0 + $1.left } }
}

/// What is closed of a day.
package struct ClosureRow: Hashable, Sendable {
    package let window: ServiceWindow.ID
    package let day: Day
    package let span: TimeSpan
    package let reason: String
}

extension EventReading {
    /// Returns the window, or `nil` when there is none.
    package func serviceWindow(_ id: ServiceWindow.ID) throws -> WindowRow? {
        let state = try state(ServiceWindow.self, id.text).state
        guard let agency = state.agency, let setting = state.setting else { return nil }
        return WindowRow(id: id, agency: agency, agencyName: state.agencyName, setting: setting)
    }

    /// Returns all windows of an agency by place and name.
    package func serviceWindows(of agency: String) throws -> [WindowRow] {
        try windows(
            """
            SELECT id
              FROM service_window
             WHERE realm = \(realm)
               AND agency = \(agency)
             ORDER BY id
            """
        )
    }

    /// Returns the windows that take bookings for an item, by place and name.
    package func serviceWindows(serving code: String) throws -> [WindowRow] {
        try windows(
            """
            SELECT service_window.id
              FROM service_window
              JOIN window_item ON window_item.realm = service_window.realm
                              AND window_item.window_id = service_window.id
             WHERE service_window.realm = \(realm)
               AND service_window.is_taking
               AND window_item.item_code = \(code)
             ORDER BY service_window.id
            """
        )
    }

    /// Tells whether a window takes bookings for an item.
    package func isServedAtWindow(_ code: String) throws -> Bool {
        let found: String? = try reader.value(
            """
            SELECT MIN(service_window.id)
              FROM service_window
              JOIN window_item ON window_item.realm = service_window.realm
                              AND window_item.window_id = service_window.id
             WHERE service_window.realm = \(realm)
               AND service_window.is_taking
               AND window_item.item_code = \(code)
            """
        )
        return found != nil
    }

    private func windows(_ ids: SQL) throws -> [WindowRow] {
        try reader.rows(ids).compactMap { row in try serviceWindow(row["id"]) }
            .sorted { ($0.setting.hall, $0.setting.name, $0.id.text) < ($1.setting.hall, $1.setting.name, $1.id.text) }
    }

    /// Returns what can be booked of a window on days, at `now`.
    package func offered(
        _ window: WindowRow,
        on days: [Day],
        at now: Instant,
        _ rules: BookingRules
    ) throws -> [OfferedDay] {
        guard let first = days.first, let last = days.last else { return [] }
        let taken = try takenTimes(of: window.id, from: first, through: last)
        let closed = try closures(of: [window.id], from: first, through: last)
        return days.map { day in
            let seats = taken.filter { $0.day == day }
            let gaps = closed.filter { $0.day == day }.map(\.span)
            return OfferedDay(
                day: day,
                times: window.setting.slots.map { slot in
                    let isShut = gaps.contains { $0.overlaps(slot) } || !rules.isInTime(slot, on: day, at: now)
                    let held = seats.filter { $0.slot.overlaps(slot) }.reduce(0) { $0 + $1.count }
                    return OfferedDay.Time(slot: slot, left: isShut ? 0 : max(0, window.setting.capacity - held))
                }
            )
        }
    }

    private func takenTimes(
        of window: ServiceWindow.ID,
        from first: Day,
        through last: Day
    ) throws -> [(day: Day, slot: TimeSpan, count: Int)] {
        let stages: [Booking.Stage] = [.open, .received, .missed]
        return try reader.rows(
            """
            SELECT on_day, from_minute, to_minute, COUNT(*) AS bookings
              FROM booking
             WHERE realm = \(realm)
               AND window_id = \(window)
               AND on_day >= \(first)
               AND on_day <= \(last)
               AND stage IN (\(list: stages.map(\.rawValue)))
             GROUP BY on_day, from_minute, to_minute
             ORDER BY on_day, from_minute, to_minute
            """
        ).map { row in (try row["on_day"], try TimeSpan(row), try row["bookings"]) }
    }

    /// Returns what is closed of windows between two days, in order.
    package func closures(of windows: [ServiceWindow.ID], from first: Day, through last: Day) throws -> [ClosureRow] {
        guard !windows.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT window_id, on_day, from_minute, to_minute, reason
              FROM window_closure
             WHERE realm = \(realm)
               AND window_id IN (\(list: windows))
               AND on_day >= \(first)
               AND on_day <= \(last)
             ORDER BY on_day, from_minute, window_id, to_minute
            """
        ).map { row in
            ClosureRow(
                window: try row["window_id"],
                day: try row["on_day"],
                span: try TimeSpan(row),
                reason: try row["reason"]
            )
        }
    }
}

extension TimeSpan {
    /// Reads the two columns that keep it.
    init(_ row: Row) throws {
        let (from, to): (Int, Int) = (try row["from_minute"], try row["to_minute"])
        guard let span = TimeSpan(from: from, to: to) else {
            throw DatabaseError.column("to_minute", expected: "a minute after \(from)", found: "\(to)")
        }
        self = span
    }
}
