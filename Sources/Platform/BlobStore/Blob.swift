package import Cryptography
package import Kernel

/// What an event holds of a stored file: enough to find it and to prove it unaltered, nothing of its content.
package struct Blob: Hashable, Sendable, Codable {
    package typealias ID = Identifier<Blob>

    /// 26 random characters.
    package let id: ID
    /// Bytes of content.
    package let size: Int
    /// 32 random bytes; without them nobody can guess the content from its hash.
    package let salt: [UInt8]
    /// SHA-256 over salt and content.
    package let hash: Digest

    package init(id: ID, size: Int, salt: [UInt8], hash: Digest) {
        self.id = id
        self.size = size
        self.salt = salt
        self.hash = hash
    }

    static let idLength = 26
}
