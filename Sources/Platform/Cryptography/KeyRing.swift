import Crypto
package import Kernel

/// The secrets a node keeps outside its database.
///
/// Wrapping keys encrypt the keys of subjects and files: the newest wraps, all unwrap. One root, which rotation leaves
/// alone, yields the keys by purpose; one seed signs checkpoints.
package struct KeyRing: Sendable {
    struct WrappingKey: Sendable {
        let id: [UInt8]
        let key: SecretKey
    }

    /// Oldest first, never empty.
    let wrappingKeys: [WrappingKey]
    let root: SecretKey
    let signingSeed: SecretKey

    static let idLength = 8

    /// Makes a ring that lives in memory only.
    package static func ephemeral(randomness: any Randomness) -> KeyRing {
        KeyRing(
            wrappingKeys: [WrappingKey(id: randomness.bytes(idLength), key: SecretKey(randomness: randomness))],
            root: SecretKey(randomness: randomness),
            signingSeed: SecretKey(randomness: randomness)
        )
    }

    /// Returns the ring with a fresh wrapping key, which wraps from now on.
    package func rotated(randomness: any Randomness) -> KeyRing {
        let fresh = WrappingKey(id: randomness.bytes(KeyRing.idLength), key: SecretKey(randomness: randomness))
        return KeyRing(wrappingKeys: wrappingKeys + [fresh], root: root, signingSeed: signingSeed)
    }

    /// The ids of the wrapping keys, oldest first.
    package var wrappingKeyIDs: [String] { wrappingKeys.map { Hexadecimal.encode($0.id) } }

    /// Returns `key` encrypted with the newest wrapping key: format (1 byte, 1), the wrapping key's id (8), the seal.
    package func wrap(
        _ key: SecretKey,
        bindingTo context: [UInt8],
        randomness: any Randomness = SystemRandomness()
    ) -> [UInt8] {
        let newest = wrappingKeys[wrappingKeys.count - 1]
        return [KeyRing.format] + newest.id
            + AuthenticatedCipher.seal(
                key.bytes,
                key: newest.key,
                bindingTo: newest.id + context,
                randomness: randomness
            )
    }

    package func unwrap(_ wrapped: [UInt8], bindingTo context: [UInt8]) throws(CryptographyError) -> SecretKey {
        let id = try KeyRing.idBytes(of: wrapped)
        guard let wrapping = wrappingKeys.last(where: { $0.id == id }) else {
            throw .unknownWrappingKey(id: Hexadecimal.encode(id))
        }
        let seal = Array(wrapped.dropFirst(1 + KeyRing.idLength))
        let bytes = try AuthenticatedCipher.open(seal, key: wrapping.key, bindingTo: id + context)
        return try SecretKey(bytes: bytes)
    }

    /// Tells whether `wrapped` was made with an older key than the newest and should be wrapped again.
    package func needsRewrapping(_ wrapped: [UInt8]) -> Bool {
        (try? KeyRing.idBytes(of: wrapped)) != wrappingKeys.last?.id
    }

    /// Returns the key for one purpose; the same for as long as the ring lives.
    package func key(for purpose: KeyPurpose) -> SecretKey {
        SecretKey(
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: root.symmetric,
                info: Array(purpose.label.utf8),
                outputByteCount: SecretKey.length
            )
        )
    }

    /// Returns what stands for `value` in an index that must not hold it.
    ///
    /// The caller brings the value into one form first (upper case, no spaces).
    package func blindIndex(of value: String, field: String) -> Digest {
        KeyedHash.of(Array(value.utf8), key: key(for: .blindIndex(field: field)))
    }

    /// Returns the key that signs checkpoints under `name`.
    package func signingKey(named name: String) throws(CryptographyError) -> SigningKey {
        try SigningKey(name: name, seed: signingSeed)
    }

    private static let format: UInt8 = 1

    private static func idBytes(of wrapped: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard wrapped.count > 1 + idLength, wrapped[0] == format else { throw .unknownSeal }
        return Array(wrapped[1...idLength])
    }
}
