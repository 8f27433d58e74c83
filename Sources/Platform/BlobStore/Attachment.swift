package import Cryptography
package import Kernel

/// A file that an event cites: where it lies, under which key, and what it hashed to.
///
/// The key stands here and nowhere else, so that it dies with the section that holds it.
package struct Attachment: Hashable, Sendable, Codable {
    package let blob: String
    package let key: String
    /// The salted digest of the plain bytes, as the blob store gave it.
    package let digest: String
    package let size: Int
    package let name: String
    package let mediaType: String

    package init(blob: String, key: String, digest: String, size: Int, name: String, mediaType: String) {
        self.blob = blob
        self.key = key
        self.digest = digest
        self.size = size
        self.name = name
        self.mediaType = mediaType
    }

    /// Describes a stored file together with the key it lies under.
    ///
    /// The digest names salt and hash, so that anyone who holds the file can compare.
    package init(_ blob: Blob, key: SecretKey, name: String, mediaType: String) {
        self.init(
            blob: blob.id.text,
            key: Hexadecimal.encode(key.bytes),
            digest: "\(Hexadecimal.encode(blob.salt)):\(blob.hash.hex)",
            size: blob.size,
            name: name,
            mediaType: mediaType
        )
    }

    /// Returns what the blob store needs to read the file; `nil` when the record is not of this form.
    package var stored: (blob: Blob, key: SecretKey)? {
        let parts = digest.split(separator: ":")
        guard parts.count == 2, let salt = Hexadecimal.decode(String(parts[0])),
            let hash = Digest(hex: String(parts[1])), let bytes = Hexadecimal.decode(key),
            let key = try? SecretKey(bytes: bytes)
        else { return nil }
        return (Blob(id: Blob.ID(blob), size: size, salt: salt, hash: hash), key)
    }
}

extension BlobStore {
    /// Stores a file under a key of its own, and returns what a case keeps of it.
    package func keep(
        _ bytes: [UInt8],
        name: String,
        mediaType: String,
        randomness: any Randomness
    ) async throws(BlobError) -> Attachment {
        let key = SecretKey(randomness: randomness)
        return Attachment(
            try await write(bytes, key: key, randomness: randomness),
            key: key,
            name: name,
            mediaType: mediaType
        )
    }
}
