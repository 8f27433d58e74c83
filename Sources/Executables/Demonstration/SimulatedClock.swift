package import Kernel
import Synchronization

/// The clock of a simulated history: it shows what it was set to last, and never goes back.
package final class SimulatedClock: WallClock {
    private let moment: Mutex<Instant>

    package init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    package var now: Instant { moment.withLock { $0 } }

    func advance(to instant: Instant) {
        moment.withLock { $0 = max($0, instant) }
    }
}
