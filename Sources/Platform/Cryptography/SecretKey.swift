import Crypto
package import Kernel

/// A key of 32 bytes that no log, error or reflection shows.
package struct SecretKey: Sendable {
    let symmetric: SymmetricKey

    package static let length = 32

    package init(bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == SecretKey.length else {
            throw .keyLength(expected: SecretKey.length, found: bytes.count)
        }
        symmetric = bytes.withUnsafeBytes { SymmetricKey(data: $0) }
    }

    /// Makes a fresh key.
    package init(randomness: any Randomness) {
        symmetric = randomness.bytes(SecretKey.length).withUnsafeBytes { SymmetricKey(data: $0) }
    }

    init(_ symmetric: SymmetricKey) {
        self.symmetric = symmetric
    }

    /// The key itself, for wrapping and for files that only the owner may read.
    package var bytes: [UInt8] { symmetric.withUnsafeBytes { Array($0) } }
}

extension SecretKey: Equatable {
    /// Takes the same time wherever the keys differ.
    package static func == (left: SecretKey, right: SecretKey) -> Bool { left.symmetric == right.symmetric }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "SecretKey(hidden)" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
