import Access
import Cryptography
import Foundation
import FoundationNetworking
import Kernel
import WebServer

/// Lets in by the rules of Access, reading the account afresh, as the program does.
struct Doorkeeper: Gatekeeper {
    let store: AccessStore

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Principal? {
        guard let session = request.session else { throw WebRefusal.forbidden }
        let principal = try await store.principal(of: Account.ID(session.subject), session: session.key.hex)
        guard AccessDecision.decide(principal, rule) == .allowed else { throw WebRefusal.forbidden }
        return principal
    }
}

struct Sessions: SessionStore {
    let store: AccessStore

    func session(under key: Digest) async throws -> StoredSession? {
        try await store.session(under: key).map {
            StoredSession(subject: $0.account.text, began: $0.began, lastUsed: $0.lastUsed)
        }
    }

    func begin(_ session: StoredSession, under key: Digest) async throws {
        try await store.beginSession(of: Account.ID(session.subject), under: key)
    }

    func touch(under key: Digest, at now: Instant) async throws { try await store.touchSession(under: key, at: now) }

    func end(under key: Digest) async throws { try await store.endSession(under: key) }
}

enum Page {
    /// Asks for a page and reads it whole.
    static func status(of address: URL, cookie: String) async throws -> Int {
        var request = URLRequest(url: address)
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        request.httpShouldHandleCookies = false
        let (_, answer) = try await URLSession.shared.data(for: request)
        return (answer as? HTTPURLResponse)?.statusCode ?? 0
    }
}

enum Memory {
    /// The greatest resident memory of this process so far.
    static var peakMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return Int(line.filter(\.isNumber)).map { $0 / 1_024 } ?? 0
    }
}
