package import Kernel
import Synchronization

/// A clock in the hands of a test.
package final class TestClock: WallClock {
    private let moment: Mutex<Instant>

    package init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    package var now: Instant { moment.withLock { $0 } }

    /// Moves the clock to nine in the morning of `day`.
    package func set(_ day: Day) { set(Instant(day, hour: 9)) }

    package func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}
