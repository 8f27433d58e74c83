import Crypto
import Foundation
package import Kernel

/// An Ed25519 key under a name, as it signs notes (C2SP signed-note).
package struct SigningKey: Sendable {
    package let name: String
    private let key: Curve25519.Signing.PrivateKey

    package init(name: String, seed: SecretKey) throws(CryptographyError) {
        guard VerifyingKey.isName(name) else { throw .keyName(name) }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed.bytes) else {
            throw .keyLength(expected: SecretKey.length, found: seed.bytes.count)
        }
        self.name = name
        self.key = key
    }

    package init(name: String, randomness: any Randomness) throws(CryptographyError) {
        try self.init(name: name, seed: SecretKey(randomness: randomness))
    }

    package var verifyingKey: VerifyingKey { VerifyingKey(name: name, key: key.publicKey) }

    /// Returns the 64 bytes of the signature over `message`.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        guard let signature = try? key.signature(for: message) else {
            // Ed25519 signs any message with any key.
            preconditionFailure("Ed25519 refused to sign")
        }
        return Array(signature)
    }
}
