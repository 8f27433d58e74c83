import Crypto
import Foundation
package import Kernel

/// Encryption that detects every change: AES-256-GCM.
///
/// Sealed bytes are: algorithm (1 byte, 1), nonce (12), ciphertext (as long as the plain bytes), tag (16). Nonces are
/// random, so one key seals at most 2^32 messages (NIST SP 800-38D, 8.3); ours seal one subject's sections or one file.
package enum AuthenticatedCipher {
    /// By how many bytes a seal is longer than what it holds.
    package static let overhead = 1 + nonceLength + tagLength

    /// Returns `plain` encrypted; `context` is not in the result but must be given again to open it.
    package static func seal(
        _ plain: [UInt8],
        key: SecretKey,
        bindingTo context: [UInt8],
        randomness: any Randomness
    ) -> [UInt8] {
        seal(plain, key: key, bindingTo: context, nonce: randomness.bytes(nonceLength))
    }

    package static func open(
        _ sealed: [UInt8],
        key: SecretKey,
        bindingTo context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        guard sealed.count >= overhead, sealed[0] == algorithm else { throw .unknownSeal }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed[1...nonceLength]),
                ciphertext: sealed[(1 + nonceLength)..<(sealed.count - tagLength)],
                tag: sealed[(sealed.count - tagLength)...]
            )
            return try [UInt8](AES.GCM.open(box, using: key.symmetric, authenticating: [algorithm] + context))
        } catch {
            throw .notAuthentic
        }
    }

    private static let algorithm: UInt8 = 1
    private static let nonceLength = 12
    private static let tagLength = 16

    private static func seal(
        _ plain: [UInt8],
        key: SecretKey,
        bindingTo context: [UInt8],
        nonce: [UInt8]
    ) -> [UInt8] {
        guard let gcmNonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(
                plain,
                using: key.symmetric,
                nonce: gcmNonce,
                authenticating: [algorithm] + context
            )
        else {
            // The key has 32 bytes by its type and the nonce 12: no input leads here.
            preconditionFailure("AES-256-GCM refused a key of 32 and a nonce of 12 bytes")
        }
        return [algorithm] + nonce + box.ciphertext + box.tag
    }
}
