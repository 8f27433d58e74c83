import Foundation

/// Tells the time; passed in everywhere, so that tests and the simulator hold it in their hands.
package protocol WallClock: Sendable {
    var now: Instant { get }
}

extension WallClock {
    package var today: Day { now.day }
}

/// The machine's clock.
package struct SystemClock: WallClock {
    package init() {}

    package var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

/// A clock that stands still.
package struct FixedClock: WallClock {
    package let now: Instant

    package init(_ now: Instant) {
        self.now = now
    }
}
