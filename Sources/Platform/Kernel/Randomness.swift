/// A source of random bytes, passed in everywhere so that tests and the simulator can repeat a history.
package protocol Randomness: Sendable {
    /// Returns `count` fresh bytes.
    func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's randomness.
package struct SystemRandomness: Randomness {
    package init() {}

    package func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes = [UInt8](repeating: 0, count: count)
        bytes.withUnsafeMutableBytes { buffer in
            var offset = 0
            while offset < count {
                var word = generator.next() as UInt64
                let taken = min(8, count - offset)
                withUnsafeBytes(of: &word) { source in
                    buffer[offset..<(offset + taken)].copyBytes(from: source[0..<taken])
                }
                offset += taken
            }
        }
        return bytes
    }
}

extension Randomness {
    /// Returns a code of `length` Crockford characters (5 random bits each).
    package func code(_ length: Int) -> String {
        bytes(length).reduce(into: "") { text, byte in text += CrockfordText.encode(UInt64(byte & 31), width: 1) }
    }
}
