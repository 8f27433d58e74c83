import CanonicalJSON
import Cryptography

/// The sections of one event as the `body` column holds them.
///
/// Layout, numbers most significant byte first: version byte 1; the envelope's salt (32); count (2); then for each
/// section: length of the name (2), name, kind (1: 0 plain, 1 sealed), digest (32), length (4), bytes. Plain bytes
/// are salt and canonical JSON; sealed bytes are the same two, encrypted, so that the salt dies with the key.
struct StoredSections: Sendable {
    struct Part: Sendable {
        let name: String
        let isSealed: Bool
        let digest: Digest
        let bytes: [UInt8]
    }

    let envelopeSalt: [UInt8]
    let parts: [Part]

    var encoded: [UInt8] {
        var bytes: [UInt8] = [1]
        bytes.reserveCapacity(64 + parts.reduce(0) { $0 + $1.bytes.count + 64 })
        bytes += envelopeSalt
        bytes += BigEndian.bytes(of: UInt16(parts.count))
        for part in parts {
            let name = Array(part.name.utf8)
            bytes += BigEndian.bytes(of: UInt16(name.count))
            bytes += name
            bytes.append(part.isSealed ? 1 : 0)
            bytes += part.digest.bytes
            bytes += BigEndian.bytes(of: UInt32(part.bytes.count))
            bytes += part.bytes
        }
        return bytes
    }

    init(envelopeSalt: [UInt8], parts: [Part]) {
        self.envelopeSalt = envelopeSalt
        self.parts = parts
    }

    /// Returns `nil` when `bytes` do not have the layout above.
    init?(decoding bytes: [UInt8]) {
        var cursor = Cursor(bytes: bytes)
        guard cursor.byte() == 1, let salt = cursor.bytes(Commitment.saltLength), let count = cursor.number(2) else {
            return nil
        }
        var parts: [Part] = []
        for _ in 0..<count {
            guard let nameLength = cursor.number(2), let nameBytes = cursor.bytes(nameLength),
                let name = String(validating: nameBytes, as: UTF8.self),
                let kind = cursor.byte(), kind <= 1, let digestBytes = cursor.bytes(32),
                let digest = Digest(bytes: digestBytes), let length = cursor.number(4),
                let content = cursor.bytes(length)
            else { return nil }
            parts.append(Part(name: name, isSealed: kind == 1, digest: digest, bytes: content))
        }
        guard cursor.isAtEnd else { return nil }
        self.init(envelopeSalt: salt, parts: parts)
    }

    private struct Cursor {
        let bytes: [UInt8]
        var offset = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { offset == bytes.count }

        mutating func byte() -> UInt8? { bytes(1)?.first }

        mutating func bytes(_ count: Int) -> [UInt8]? {
            guard count >= 0, bytes.count - offset >= count else { return nil }
            defer { offset += count }
            return Array(bytes[offset..<(offset + count)])
        }

        mutating func number(_ width: Int) -> Int? {
            bytes(width)?.reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
