package import EventLog
package import Kernel

/// Everything supervisors have set for the rules of a realm, and what of it holds on a day.
package struct RuleSettings: Aggregate {
    package static let category = "parameters"
    /// One stream a realm.
    package static let key = "supervision"

    package struct Entry: Hashable, Sendable {
        /// From 1 within the realm.
        package let number: Int
        package let setting: ParameterSetting
        package let setBy: Actor
        package let setAt: Instant
        /// The first day on which it no longer holds; `nil` as long as nobody ended it.
        package fileprivate(set) var endedFrom: Day?
    }

    /// In the order they were set; number n stands at index n − 1.
    package private(set) var all: [Entry] = []
    /// The last day whose settings everything watched was planned anew for.
    package private(set) var appliedThrough: Day?

    package init() {}

    package mutating func evolve(_ event: ParameterEvent, _ envelope: Envelope) {
        switch event {
        case .set(let event):
            all.append(
                Entry(number: event.number, setting: event.setting, setBy: envelope.actor, setAt: envelope.recordedAt)
            )
        case .ended(let event):
            guard all.indices.contains(event.number - 1) else { return }
            all[event.number - 1].endedFrom = event.from
        case .applied(let event): appliedThrough = event.through
        }
    }

    /// Returns what holds on `day`: of one rule and scope the one that began last, in the order they were set.
    package func inForce(on day: Day) -> [Entry] {
        var latest: [Place: Entry] = [:]
        for entry in all where entry.setting.from <= day && (entry.endedFrom.map { day < $0 } ?? true) {
            let place = Place(rule: entry.setting.rule, scope: entry.setting.scope)
            if let other = latest[place], other.setting.from > entry.setting.from { continue }
            latest[place] = entry
        }
        return latest.values.sorted { $0.number < $1.number }
    }

    /// Returns these settings with one more, that holds from `day` on, as if it had been set; for trials.
    package func trying(_ setting: ParameterSetting, from day: Day) -> RuleSettings {
        var settings = self
        let tried = ParameterSetting(
            scope: setting.scope,
            rule: setting.rule,
            level: setting.level,
            numbers: setting.numbers,
            from: day,
            reason: setting.reason
        )
        settings.all.append(
            Entry(number: all.count + 1, setting: tried, setBy: .system("trial"), setAt: Instant(milliseconds: 0))
        )
        return settings
    }

    /// Whether something began or ended to hold since everything watched was last planned anew.
    func isToBeApplied(on day: Day) -> Bool {
        all.flatMap { [$0.setting.from, $0.endedFrom].compactMap(\.self) }
            .contains { moment in moment <= day && (appliedThrough.map { moment > $0 } ?? true) }
    }

    private struct Place: Hashable {
        let rule: RuleCode
        let scope: RuleScope
    }
}
