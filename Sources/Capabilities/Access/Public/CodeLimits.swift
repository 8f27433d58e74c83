package import Kernel

/// How often codes are sent to a number, how long they live, and how often one may be tried.
///
/// Of a million codes ten a day are sent and five tries each are taken: somebody who asks for codes of a stranger's
/// number every day guesses one in some fifty-five years.
package struct CodeLimits: Hashable, Sendable {
    package let lifetime: Duration
    package let tries: Int
    /// Between two codes for one number.
    package let pause: Duration
    package let perHour: Int
    package let perDay: Int

    package init(
        lifetime: Duration = .seconds(5 * 60),
        tries: Int = 5,
        pause: Duration = .seconds(60),
        perHour: Int = 5,
        perDay: Int = 10
    ) {
        self.lifetime = lifetime
        self.tries = tries
        self.pause = pause
        self.perHour = perHour
        self.perDay = perDay
    }

    /// Tells from when another code may be sent; codes were sent in the last day at the moments `sent`, ascending.
    ///
    /// - Returns: `nil` when one may be sent at `now`.
    package func waitsUntil(sent: [Instant], now: Instant) -> Instant? {
        var until: Instant?
        if let last = sent.last { until = last + pause }
        for (count, period) in [(perHour, Duration.seconds(3_600)), (perDay, .seconds(86_400))] {
            let recent = sent.filter { $0 + period > now }
            guard recent.count >= count else { continue }
            until = max(until ?? now, recent[recent.count - count] + period)
        }
        guard let until, now < until else { return nil }
        return until
    }
}
