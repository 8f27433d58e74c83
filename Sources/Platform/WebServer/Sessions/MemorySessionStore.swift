package import Cryptography
package import Kernel

/// Sessions in memory, for tests and for a single process without a database.
package actor MemorySessionStore: SessionStore {
    private var sessions: [Digest: StoredSession] = [:]

    package init() {}

    /// The keys held, so that a test can see that no identifier is among them.
    package var keys: [Digest] { Array(sessions.keys) }

    package func session(under key: Digest) -> StoredSession? { sessions[key] }

    package func begin(_ session: StoredSession, under key: Digest) { sessions[key] = session }

    package func touch(under key: Digest, at now: Instant) { sessions[key]?.lastUsed = now }

    package func end(under key: Digest) { sessions[key] = nil }
}
