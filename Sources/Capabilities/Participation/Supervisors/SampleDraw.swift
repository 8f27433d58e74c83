package import Casework
import Cryptography
package import Kernel

/// A draw of cases for a public supervisor to look at, recorded so that anybody who has the log can do it again.
///
/// The cases of the pool stand in the order of the hash of seed and identifier; the first ones are drawn, without those
/// passed over.
package struct SampleDraw: Hashable, Sendable, Codable {
    /// 128 random bits, as hexadecimal digits.
    package let seed: String
    /// The days on which the cases of the pool came in.
    package let from: Day
    package let through: Day
    /// The last position of the log that a case of the pool came in at.
    package let position: Int64
    package let poolCount: Int
    /// Of the identifiers in their order, one a line.
    package let poolDigest: String
    /// In the order of the hashes.
    package let drawn: [String]
    /// Cases before the last one drawn that the supervisor is a party of, or has seen before.
    package let passedOver: [String]

    /// Draws.
    ///
    /// - Parameters:
    ///   - pool: identifiers and positions of the cases, in any order.
    ///   - days: when they came in.
    ///   - count: how many are wanted; fewer are drawn where the pool has no more.
    ///   - seed: as hexadecimal digits.
    ///   - isPassedOver: asked of cases in the order of the draw until there are enough.
    package init(
        from pool: [PooledCase],
        days: ClosedRange<Day>,
        count: Int,
        seed: String,
        passingOver isPassedOver: (String) throws -> Bool
    ) rethrows {
        self.seed = seed
        (from, through) = (days.lowerBound, days.upperBound)
        position = pool.map(\.position).max() ?? 0
        poolCount = pool.count
        poolDigest = SampleDraw.digest(of: pool)
        var (drawn, passedOver): ([String], [String]) = ([], [])
        for id in SampleDraw.order(pool, seed) where drawn.count < count {
            if try isPassedOver(id) { passedOver.append(id) } else { drawn.append(id) }
        }
        (self.drawn, self.passedOver) = (drawn, passedOver)
    }

    /// Tells whether the same pool gives the same draw.
    package func isReproduced(by pool: [PooledCase]) -> Bool {
        guard pool.count == poolCount, SampleDraw.digest(of: pool) == poolDigest else { return false }
        let passed = Set(passedOver)
        let order = SampleDraw.order(pool, seed).filter { !passed.contains($0) }
        return Array(order.prefix(drawn.count)) == drawn
    }

    private static func order(_ pool: [PooledCase], _ seed: String) -> [String] {
        pool.map { (hash: SHA256Hash.of(Array("\(seed)\n\($0.id)".utf8)).hex, id: $0.id) }
            .sorted { $0.hash < $1.hash }
            .map(\.id)
    }

    private static func digest(of pool: [PooledCase]) -> String {
        SHA256Hash.of(Array(pool.map(\.id).sorted().joined(separator: "\n").utf8)).hex
    }
}
