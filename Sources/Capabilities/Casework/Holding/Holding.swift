package import Kernel
import Processes
import TimeLimits

/// How long what was sealed or seized may be held, and whether it still is (查封、扣押).
///
/// - Source: Administrative Coercion Law (行政强制法) art. 25 (thirty days and once thirty more, tests excluded).
package struct Holding: Sendable {
    /// The time of holding; both of its limits are the measure's one.
    package internal(set) var clock: CaseClock
    /// Where the limit is written.
    package let source: String
    package internal(set) var ended: MeasureEnded?

    package var isRunning: Bool { ended == nil }

    init(_ taken: MeasureTaken) {
        clock = CaseClock(
            acceptedOn: taken.since,
            statutory: taken.limit.period,
            promised: taken.limit.period,
            due: taken.due
        )
        source = taken.limit.source.description
    }
}

/// Why a step cannot end so while things are held.
package enum HoldingFault: Hashable, Sendable {
    /// The time is over: nothing is left but to give them back.
    case ranOut(due: Day)
    /// They are with who tests them.
    case beingTested(since: Day)
    /// They are not held, or no longer.
    case notHeld
    /// Implemented on the spot, and nothing says when; or it says a time to come.
    case urgencyUntold
    /// The approval of what was implemented on the spot is made up for later than the law allows.
    case approvedLate(since: Instant)
    /// Deposits would be frozen beyond that day.
    case frozenTooLong(last: Day)
    /// Prolonged though nothing was frozen, or after that day, on which it ran out.
    case freezeNotRunning(last: Day?)
}
