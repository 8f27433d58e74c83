package import Kernel
package import TimeLimits

/// The time of a case since acceptance: its two limits, what was excluded, what was added.
///
/// - Source: Administrative License Law (行政许可法) art. 42, 45, 82; promised limits: 优化营商环境条例 §36.
package struct CaseClock: Hashable, Sendable {
    package let acceptedOn: Day
    package let statutory: Period
    package let promised: Period
    /// The day by which it is decided whatever the limits are: a permit's last, or the one that was ordered.
    package var latest: Day? = nil
    package internal(set) var prolongations: [Period] = []
    package internal(set) var excluded: [ExcludedSpan] = []
    /// The days the log has recorded; recomputed by an event when a year's calendar is announced.
    package internal(set) var due: DueDays

    /// The suspension that has not ended yet.
    package var suspension: ExcludedSpan? { excluded.last.flatMap { $0.ended == nil ? $0 : nil } }

    package func statutoryClock() throws(TimeLimitError) -> DeadlineClock {
        try DeadlineClock(start: acceptedOn, period: statutory, prolongations: prolongations, excluded: excluded)
    }

    package func promisedClock() throws(TimeLimitError) -> DeadlineClock {
        try DeadlineClock(start: acceptedOn, period: promised, prolongations: prolongations, excluded: excluded)
    }
}

/// The last days of both limits as computed with one version of the calendar.
package struct DueDays: Hashable, Sendable, Codable {
    /// `nil` while the clock is stopped.
    package let promised: Day?
    package let statutory: Day?
    /// Whether a year without an announced calendar was used.
    package let isProvisional: Bool

    package init(promised: Day?, statutory: Day?, isProvisional: Bool) {
        self.promised = promised
        self.statutory = statutory
        self.isProvisional = isProvisional
    }

    package static let stopped = DueDays(promised: nil, statutory: nil, isProvisional: false)
}

extension CaseClock {
    /// Returns both last days under `calendar`.
    package func dueDays(in calendar: WorkingCalendar) throws(TimeLimitError) -> DueDays {
        let promised = try promisedClock().deadline(in: calendar)
        let statutory = try statutoryClock().deadline(in: calendar)
        guard case .due(let promisedDay, let first) = promised, case .due(let statutoryDay, let second) = statutory
        else { return .stopped }
        let last = latest ?? .last
        return DueDays(
            promised: min(promisedDay, last),
            statutory: min(statutoryDay, last),
            isProvisional: first || second
        )
    }
}
