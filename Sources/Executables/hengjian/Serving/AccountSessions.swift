import Access
import Cryptography
import Kernel
import WebServer

/// Keeps the web server's sessions in the identity store.
struct AccountSessions: SessionStore {
    let store: AccessStore

    func session(under key: Digest) async throws -> StoredSession? {
        try await store.session(under: key).map { session in
            StoredSession(subject: session.account.text, began: session.began, lastUsed: session.lastUsed)
        }
    }

    func begin(_ session: StoredSession, under key: Digest) async throws {
        try await store.beginSession(
            of: Account.ID(session.subject),
            under: key,
            from: session.address,
            on: session.device,
            by: SignInMeans(rawValue: session.means) ?? .password
        )
    }

    func touch(under key: Digest, at now: Instant) async throws {
        try await store.touchSession(under: key, at: now)
    }

    func end(under key: Digest) async throws {
        try await store.endSession(under: key)
    }
}
