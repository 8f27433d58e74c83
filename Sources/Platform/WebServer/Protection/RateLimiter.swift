package import Kernel
import Synchronization

/// How often something may be called.
package struct RateLimit: Hashable, Sendable {
    package let count: Int
    package let period: Duration

    /// At most `count` calls at once, refilled evenly over `period`.
    package init(_ count: Int, per period: Duration) {
        self.count = count
        self.period = period
    }
}

/// Counts calls by route and address, in a table that cannot grow without end.
package final class RateLimiter: Sendable {
    private struct Key: Hashable, Sendable {
        let route: String
        let address: String
    }

    private struct Bucket: Sendable {
        var tokens: Double
        var filled: Instant
    }

    private let clock: any WallClock
    private let capacity: Int
    private let buckets = Mutex<[Key: Bucket]>([:])

    package init(clock: any WallClock, capacity: Int = 20_000) {
        self.clock = clock
        self.capacity = capacity
    }

    /// Returns nil if the call may pass, else the seconds after which the next one may.
    package func wait(route: String, address: String, limit: RateLimit) -> Int? {
        let now = clock.now
        let key = Key(route: route, address: RateLimiter.network(of: address))
        let (seconds, attoseconds) = limit.period.components
        let milliseconds = max(1, Double(seconds) * 1000 + Double(attoseconds) / 1e15)
        let perMillisecond = Double(limit.count) / milliseconds
        return buckets.withLock { buckets in
            if buckets.count >= capacity, buckets[key] == nil { RateLimiter.shrink(&buckets, to: capacity / 2) }
            var bucket = buckets[key] ?? Bucket(tokens: Double(limit.count), filled: now)
            // A clock set back gives nothing and takes nothing.
            let elapsed = Double(max(0, now.milliseconds - bucket.filled.milliseconds))
            bucket.tokens = min(Double(limit.count), bucket.tokens + elapsed * perMillisecond)
            bucket.filled = now
            let mayPass = bucket.tokens >= 1
            if mayPass { bucket.tokens -= 1 }
            buckets[key] = bucket
            return mayPass ? nil : max(1, Int(((1 - bucket.tokens) / perMillisecond / 1000).rounded(.up)))
        }
    }

    /// One household or office holds a whole IPv6 network of 64 bits.
    private static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        guard let gap = groups.firstIndex(of: ""), gap < 4 else { return groups.prefix(4).joined(separator: ":") }
        return groups.prefix(gap).joined(separator: ":") + "::"
    }

    /// The calls longest ago are forgotten first.
    private static func shrink(_ buckets: inout [Key: Bucket], to count: Int) {
        let kept = buckets.sorted { $0.value.filled > $1.value.filled }.prefix(count)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
