package import Kernel

/// When wrong passwords close a name, and for how long.
///
/// - Source: GB/T 22239-2019 third level 8.1.4.1 b (limit of failed sign-ins).
package struct LockOut: Hashable, Sendable {
    package let failures: Int
    package let duration: Duration

    package init(failures: Int = 5, duration: Duration = .seconds(15 * 60)) {
        self.failures = failures
        self.duration = duration
    }

    /// Tells whether a name is closed at a moment.
    ///
    /// - Parameters:
    ///   - failed: the moments of failed tries since the last success, ascending; tries during a lock do not count.
    ///   - now: the moment of the next try.
    /// - Returns: until when it is closed, exclusive; `nil` when somebody may try at `now`.
    package func lockedUntil(failed: [Instant], now: Instant) -> Instant? {
        var count = 0
        var until: Instant?
        for moment in failed {
            if let closed = until, moment < closed { continue }
            count += 1
            if count >= failures {
                until = moment + duration
                count = 0
            }
        }
        guard let until, now < until else { return nil }
        return until
    }
}
