import Kernel

/// A moment as a person sets a demonstration's clock: `2026-11-22` (nine in the morning) or `2026-11-22T14:30`.
struct DemonstrationMoment: Hashable {
    let instant: Instant

    init?(_ text: String) {
        let parts = text.filter { !$0.isWhitespace }.split(separator: "T", omittingEmptySubsequences: false)
        guard let first = parts.first, let day = Day(first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            instant = Instant(day, hour: 9)
            return
        }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(clock[0]),
            let minute = Int(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        instant = Instant(day, hour: hour, minute: minute)
    }
}
