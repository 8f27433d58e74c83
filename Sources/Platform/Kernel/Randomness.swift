import Foundation

/// A source of random bytes, passed in everywhere so that tests and the simulator can repeat a history.
package protocol Randomness: Sendable {
    /// Returns `count` fresh bytes.
    func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's randomness.
package struct SystemRandomness: Randomness {
    package init() {}

    package func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                // The system gives at most 256 bytes a call; a call for every word is slow.
                let wanted = min(count - filled, 256)
                let isGiven = getentropy(buffer.baseAddress.map { $0 + filled }, wanted) == 0
                precondition(isGiven, "the operating system has no random bytes")
                filled += wanted
            }
        }
    }
}

extension Randomness {
    /// Returns a code of `length` Crockford characters (5 random bits each).
    package func code(_ length: Int) -> String {
        CrockfordText.characters(of: bytes(length))
    }

    /// Returns a code that begins with the moment, in 9 characters, and ends in `length` random ones.
    ///
    /// What is made together lies together in every index, so that an act touches few pages; the random part alone
    /// keeps it from being guessed.
    package func code(_ length: Int, at moment: Instant) -> String {
        CrockfordText.encode(UInt64(max(0, moment.milliseconds)), width: 9) + code(length)
    }
}
