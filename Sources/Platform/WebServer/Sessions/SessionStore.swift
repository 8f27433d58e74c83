package import Cryptography
package import Kernel

/// Where sessions are kept; only the hash of a session's identifier ever reaches it.
package protocol SessionStore: Sendable {
    func session(under key: Digest) async throws -> StoredSession?
    func begin(_ session: StoredSession, under key: Digest) async throws
    /// Notes that the session was used; one that has been ended stays ended.
    func touch(under key: Digest, at now: Instant) async throws
    func end(under key: Digest) async throws
}

/// A session as it is kept.
package struct StoredSession: Hashable, Sendable {
    /// The account, in the form its owner gave.
    package let subject: String
    package let began: Instant
    package var lastUsed: Instant
    /// Where it was begun from, as the server saw it.
    package let address: String
    /// What the browser called itself.
    package let device: String
    /// How it was proven whose it is, in the words of who keeps sessions.
    package let means: String

    package init(
        subject: String,
        began: Instant,
        lastUsed: Instant,
        address: String = "",
        device: String = "",
        means: String = ""
    ) {
        self.subject = subject
        self.began = began
        self.lastUsed = lastUsed
        self.address = address
        self.device = device
        self.means = means
    }
}

/// The session of the request at hand.
package struct CurrentSession: Hashable, Sendable {
    package let subject: String
    package let began: Instant
    /// The hash under which it is kept.
    package let key: Digest
}
