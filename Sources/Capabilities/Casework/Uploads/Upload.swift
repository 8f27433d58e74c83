package import BlobStore

/// One file that comes in parts, each durable before it is acknowledged.
package struct Upload: Hashable, Sendable, Codable {
    /// Unguessable; only its owner continues it.
    package let id: String
    /// The account that began it.
    package let owner: String
    /// The form it belongs to, as `SubmissionDraft.item`: no other takes it.
    package let matter: String
    package let name: String
    package let mediaType: String
    /// How long the whole will be.
    package let length: Int
    /// What has come, in order.
    package internal(set) var parts: [Attachment] = []
    /// The parts as one file, once all have come.
    package internal(set) var whole: Attachment?

    package init(id: String, owner: String, matter: String, name: String, mediaType: String, length: Int) {
        self.id = id
        self.owner = owner
        self.matter = matter
        self.name = name
        self.mediaType = mediaType
        self.length = length
    }

    /// How many bytes have come.
    package var received: Int { parts.reduce(0) { $0 + $1.size } }

    package var isComplete: Bool { received == length }
}

/// Why a part or a file is not taken.
package enum UploadFault: Error, Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    /// Too many of one account are unfinished.
    case tooMany(limit: Int)
    /// There is none, or no longer.
    case unknown
    /// The part does not follow what has come, or came twice.
    case offset(expected: Int, found: Int)
    /// More than was announced.
    case overrun(length: Int)
}
