package import Kernel
import Synchronization

/// The clock of a demonstration: the machine's, set ahead or back by an offset that can be changed while it runs.
///
/// Only a database marked as demonstration gets one; everywhere else the machine's clock is the only one.
package final class DemonstrationClock: WallClock {
    private let machine: any WallClock
    private let offset: Mutex<Int64>

    package init(offset: Int64, machine: any WallClock = SystemClock()) {
        self.machine = machine
        self.offset = Mutex(offset)
    }

    package var now: Instant { Instant(milliseconds: machine.now.milliseconds + offset.withLock { $0 }) }

    /// Returns the offset at which the clock would show `instant`.
    package func offset(showing instant: Instant) -> Int64 { instant.milliseconds - machine.now.milliseconds }

    func set(offset new: Int64) {
        offset.withLock { $0 = new }
    }
}
