import Crypto

/// HMAC-SHA-256: a hash that only who holds the key can make.
package enum KeyedHash {
    package static func of(_ bytes: [UInt8], key: SecretKey) -> Digest {
        var code = HMAC<SHA256>(key: key.symmetric)
        bytes.withUnsafeBytes { code.update(data: $0) }
        return code.finalize().withUnsafeBytes { Digest(copying: $0) }
    }

    /// Tells in constant time whether `digest` was made from `bytes` with `key`.
    package static func verify(_ digest: Digest, of bytes: [UInt8], key: SecretKey) -> Bool {
        ConstantTime.equal(of(bytes, key: key).bytes, digest.bytes)
    }
}
