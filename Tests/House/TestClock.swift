package import Kernel
import Synchronization

/// A clock in the hands of a test.
package final class TestClock: WallClock {
    private struct Reading {
        var moment: Instant
        /// When the clock was let run from `moment`; it stands still without.
        var start: ContinuousClock.Instant?
    }

    private let reading: Mutex<Reading>

    package init(_ moment: Instant) {
        reading = Mutex(Reading(moment: moment))
    }

    package var now: Instant {
        reading.withLock { $0.moment + ($0.start.map { $0.duration(to: .now) } ?? .zero) }
    }

    /// Moves the clock to nine in the morning of `day`.
    package func set(_ day: Day) { set(Instant(day, hour: 9)) }

    package func set(_ instant: Instant) { reading.withLock { $0 = Reading(moment: instant) } }

    /// Lets the clock run from where it stands, as the clocks of real houses do.
    package func run() { reading.withLock { $0.start = .now } }
}
