import Cryptography
import Kernel

/// How long a session lives.
package struct SessionLifetime: Hashable, Sendable {
    /// Without a request.
    package let idle: Duration
    /// In all, however busy.
    package let total: Duration

    package init(idle: Duration = .seconds(30 * 60), total: Duration = .seconds(12 * 3600)) {
        self.idle = idle
        self.total = total
    }
}

/// Which of two separate sets of sessions a route looks at.
///
/// Each has a cookie and keys of its own: an identifier of one, carried to the other, names nothing.
package enum SessionDoor: Hashable, Sendable {
    /// Those who work here.
    case inner
    /// Those who are served.
    case outer

    var cookie: String {
        switch self {
        case .inner: "hengjian_session"
        case .outer: "hengjian_public"
        }
    }

    func key(of identifier: [UInt8]) -> Digest {
        switch self {
        case .inner: SHA256Hash.of(identifier)
        case .outer: SHA256Hash.of(Array("outer door\u{0}".utf8) + identifier)
        }
    }
}

/// Finds, begins and ends sessions by the identifier in the visitor's cookie.
struct SessionKeeper: Sendable {
    let store: any SessionStore
    let lifetime: SessionLifetime
    let clock: any WallClock
    let randomness: any Randomness

    /// Returns the session of a cookie; nil if it is forged, over or unknown.
    func session(ofCookie value: String, at door: SessionDoor) async throws -> CurrentSession? {
        guard let key = SessionKeeper.key(ofCookie: value, door), let stored = try await store.session(under: key)
        else {
            return nil
        }
        let now = clock.now
        guard now < stored.lastUsed + lifetime.idle, now < stored.began + lifetime.total else {
            try await store.end(under: key)
            return nil
        }
        if now > stored.lastUsed + .seconds(60) { try await store.touch(under: key, at: now) }
        return CurrentSession(subject: stored.subject, began: stored.began, key: key)
    }

    /// Begins a session under a fresh identifier of 256 bits, which is returned for the cookie and kept nowhere.
    func begin(
        subject: String,
        at door: SessionDoor,
        address: String,
        device: String,
        means: String
    ) async throws -> String {
        let identifier = randomness.bytes(32)
        let now = clock.now
        let session = StoredSession(
            subject: subject,
            began: now,
            lastUsed: now,
            address: address,
            device: device,
            means: means
        )
        try await store.begin(session, under: door.key(of: identifier))
        return Hexadecimal.encode(identifier)
    }

    func end(cookie value: String, at door: SessionDoor) async throws {
        guard let key = SessionKeeper.key(ofCookie: value, door) else { return }
        try await store.end(under: key)
    }

    private static func key(ofCookie value: String, _ door: SessionDoor) -> Digest? {
        guard value.utf8.count == 64, let identifier = Hexadecimal.decode(value) else { return nil }
        return door.key(of: identifier)
    }
}
