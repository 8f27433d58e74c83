extension Instant {
    /// Reads a minute as forms send it: `2026-11-28 09:30`, or with the `T` that browsers put between.
    package init?(minute text: some StringProtocol) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, let day = Day(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.init(day, hour: hour, minute: minute)
    }
}
