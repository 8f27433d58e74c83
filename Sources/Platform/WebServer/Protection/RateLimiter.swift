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

/// Counts calls by route, address and caller, in a table that cannot grow without end.
///
/// A caller is known by a mark that its browser sends: of a thousand people behind one address the one who floods is
/// stopped alone. Marks cost nothing to invent, so that all callers of an address together have a ceiling as well.
package final class RateLimiter: Sendable {
    private struct Key: Hashable, Sendable {
        let route: String
        let address: String
        /// `nil` for all callers of the address together.
        let caller: String?
    }

    fileprivate struct Bucket: Sendable {
        var tokens: Double
        var filled: Instant

        /// The seconds until there are so many tokens.
        func wait(_ limit: RateLimit, for count: Double) -> Int {
            max(1, Int(((count - tokens) / limit.perMillisecond / 1000).rounded(.up)))
        }
    }

    /// How many callers may use up their limit at one address.
    private static let neighbors = 10
    /// A longer mark is none of ours.
    private static let longestMark = 64

    private let clock: any WallClock
    private let capacity: Int
    private let buckets = Mutex<[Key: Bucket]>([:])

    package init(clock: any WallClock, capacity: Int = 20_000) {
        self.clock = clock
        self.capacity = capacity
    }

    /// Takes a call, or several at once, off what a caller and its address have left; all of them or none.
    ///
    /// - Parameters:
    ///   - route: what is called.
    ///   - address: from where; an IPv6 network counts as one.
    ///   - caller: the mark its browser sent; those without one are one caller.
    ///   - limit: of each caller.
    ///   - count: how many calls it counts as; at most what the limit lets pass at once.
    /// - Returns: `nil` if the call may pass, else the seconds after which the next one may.
    package func wait(route: String, address: String, caller: String? = nil, limit: RateLimit, count: Int = 1) -> Int? {
        let wanted = Double(min(count, limit.count))
        let now = clock.now
        let network = RateLimiter.network(of: address)
        let all = Key(route: route, address: network, caller: nil)
        let own = Key(route: route, address: network, caller: String((caller ?? "").prefix(RateLimiter.longestMark)))
        let shared = RateLimit(limit.count * RateLimiter.neighbors, per: limit.period)
        return buckets.withLock { buckets in
            if buckets.count >= capacity, buckets[own] == nil { RateLimiter.shrink(&buckets, to: capacity / 2) }
            var (ceiling, bucket) = (buckets[all].filled(shared, at: now), buckets[own].filled(limit, at: now))
            // Who is stopped alone takes nothing off the others.
            guard bucket.tokens >= wanted, ceiling.tokens >= wanted else {
                return bucket.tokens < wanted ? bucket.wait(limit, for: wanted) : ceiling.wait(shared, for: wanted)
            }
            bucket.tokens -= wanted
            ceiling.tokens -= wanted
            (buckets[own], buckets[all]) = (bucket, ceiling)
            return nil
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

extension RateLimit {
    /// How many calls come back in a millisecond.
    fileprivate var perMillisecond: Double {
        let (seconds, attoseconds) = period.components
        return Double(count) / max(1, Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }
}

extension RateLimiter.Bucket? {
    /// The bucket with what has come back since; a full one for who was not seen yet.
    fileprivate func filled(_ limit: RateLimit, at now: Instant) -> RateLimiter.Bucket {
        guard var bucket = self else { return RateLimiter.Bucket(tokens: Double(limit.count), filled: now) }
        // A clock set back gives nothing and takes nothing.
        let elapsed = Double(max(0, now.milliseconds - bucket.filled.milliseconds))
        bucket.tokens = min(Double(limit.count), bucket.tokens + elapsed * limit.perMillisecond)
        bucket.filled = now
        return bucket
    }
}
