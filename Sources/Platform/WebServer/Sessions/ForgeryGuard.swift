import Cryptography
import Synchronization

/// Tells a form of ours from one that another site made: its token is bound to the session, or to a visitor's cookie.
final class ForgeryGuard: Sendable {
    static let fieldName = "_token"
    static let header = "X-Forgery-Token"
    static let visitorCookie = "hengjian_visitor"

    private let key: SecretKey
    private let session: CurrentSession?
    private let visitor: String
    private let wasHandedOut = Mutex(false)

    /// A guard for one request.
    ///
    /// - Parameters:
    ///   - key: signs tokens.
    ///   - session: who is signed in.
    ///   - visitor: the value of the visitor's cookie, sent or to be sent.
    init(key: SecretKey, session: CurrentSession?, visitor: String) {
        self.key = key
        self.session = session
        self.visitor = visitor
    }

    /// Returns the token for a form; a visitor then needs the cookie too.
    func token() -> String {
        wasHandedOut.withLock { $0 = true }
        return expected.hex
    }

    /// The visitor's cookie to send: only if a token was handed out to someone without session.
    var cookieToSend: String? {
        session == nil && wasHandedOut.withLock { $0 } ? visitor : nil
    }

    func accepts(_ token: String?) -> Bool {
        guard let token, let digest = Digest(hex: token) else { return false }
        return ConstantTime.equal(digest.bytes, expected.bytes)
    }

    private var expected: Digest {
        let subject = session.map { "session:\($0.key.hex)" } ?? "visitor:\(visitor)"
        return KeyedHash.of(Array(subject.utf8), key: key)
    }
}
