import Crypto
package import Kernel

/// Codes that change with the time, from a secret that a telephone shares (TOTP).
///
/// SHA-1, six digits and thirty seconds are what every authenticator speaks; the other hashes are those of the RFC.
///
/// - Source: RFC 6238, RFC 4226.
package struct OneTimePassword: Sendable {
    package enum Hash: String, Sendable, CaseIterable {
        case sha1
        case sha256
        case sha512
    }

    package let secret: [UInt8]
    package let hash: Hash
    package let digits: Int
    package let seconds: Int64

    package init(secret: [UInt8], hash: Hash = .sha1, digits: Int = 6, seconds: Int64 = 30) {
        self.secret = secret
        self.hash = hash
        self.digits = digits
        self.seconds = seconds
    }

    /// The count of whole steps since 1970, from which the code is made.
    package func step(at moment: Instant) -> Int64 { moment.milliseconds / 1_000 / seconds }

    /// Returns the code of a step, with leading zeros.
    package func code(ofStep step: Int64) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> (Int64($0) * 8)) }
        let mac = authentication(of: counter)
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let bytes = mac[offset..<(offset + 4)].map(UInt32.init)
        let number = (bytes[0] & 0x7F) << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]
        let modulus = (0..<digits).reduce(UInt64(1)) { product, _ in product * 10 }
        let text = String(UInt64(number) % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// Returns the step whose code was given, if it is now or one step off, and later than `last`.
    ///
    /// The caller keeps the step as `last`, so that no code serves twice.
    package func matchingStep(_ code: String, at moment: Instant, after last: Int64?) -> Int64? {
        let now = step(at: moment)
        let given = Array(code.utf8)
        return [now, now - 1, now + 1].first { step in
            step > last ?? Int64.min && ConstantTime.equal(Array(self.code(ofStep: step).utf8), given)
        }
    }

    /// The address that authenticators read from a QR code.
    package func address(issuer: String, account: String) -> String {
        let issuer = OneTimePassword.encoded(issuer)
        let account = OneTimePassword.encoded(account)
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
    }

    private static func encoded(_ text: String) -> String {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        return text.utf8.map { byte in
            kept.contains(byte) ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.encode([byte]).uppercased()
        }.joined()
    }

    private func authentication(of counter: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: secret)
        return switch hash {
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: counter, using: key))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: counter, using: key))
        }
    }
}

/// Bytes as letters and digits that people can type.
///
/// - Source: RFC 4648 section 6, without padding.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        return text
    }
}
