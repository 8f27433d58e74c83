import Crypto

/// SHA-256 of bytes at hand.
package enum SHA256Hash {
    package static func of(_ bytes: [UInt8]) -> Digest {
        var hash = RunningHash()
        hash.update(bytes)
        return hash.digest()
    }

    /// Returns the hash of the plain concatenation of `parts`: their borders are not part of it.
    package static func of(parts: [[UInt8]]) -> Digest {
        var hash = RunningHash()
        for part in parts { hash.update(part) }
        return hash.digest()
    }
}

/// SHA-256 of bytes that come piece by piece.
package struct RunningHash {
    private var hasher = SHA256()

    package init() {}

    package mutating func update(_ byte: UInt8) {
        withUnsafeBytes(of: byte) { hasher.update(bufferPointer: $0) }
    }

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }

    package mutating func update(_ digest: Digest) {
        digest.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }

    package func digest() -> Digest {
        hasher.finalize().withUnsafeBytes { Digest(copying: $0) }
    }
}
