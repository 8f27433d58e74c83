package import Cryptography

/// How the 32 bytes that stand for an event in the public tree are computed; version 1, over SHA-256.
///
/// Envelope and sections are hashed with a random salt each, so that neither can be guessed from the commitment and
/// each can be opened alone.
package enum Commitment {
    /// Named in every envelope; a new way gets a new name and this one stays.
    package static let algorithm = "sha256/1"

    /// The length of a salt in bytes.
    package static let saltLength = 32

    package static func digest(ofPart bytes: [UInt8], salt: [UInt8]) -> Digest {
        SHA256Hash.of(parts: [partTag, salt, bytes])
    }

    package static func commitment(envelope: Digest, sections: [(name: String, digest: Digest)]) -> Digest {
        var parts = [eventTag, envelope.bytes]
        for section in sections {
            let name = Array(section.name.utf8)
            parts.append(BigEndian.bytes(of: UInt16(clamping: name.count)))
            parts.append(name)
            parts.append(section.digest.bytes)
        }
        return SHA256Hash.of(parts: parts)
    }

    private static let partTag = Array("hengjian part 1\n".utf8)
    private static let eventTag = Array("hengjian event 1\n".utf8)
}

/// Fixed-width numbers, most significant byte first.
enum BigEndian {
    static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
