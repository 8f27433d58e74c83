import Cryptography
import Foundation
import Kernel

/// One way to the provider and back: what goes along as `state`, and the secrets that belong to it.
///
/// Nothing is stored. Nonce and verifier follow from the ticket's number and a key of the house; the seal binds the
/// ticket to the browser that began, so nobody can make another's browser sign in as himself.
///
/// - Source: RFC 7636 (PKCE), RFC 6749 section 10.12, RFC 9700 section 4.7.
struct SignInTicket: Hashable, Sendable {
    /// Random, 32 hexadecimal digits.
    let number: String
    let began: Instant
    /// Where to go on, a path of this site.
    let next: String

    static let lifetime = Duration.seconds(600)

    /// Writes the ticket for the way, sealed for one browser.
    func state(for browser: String, key: SecretKey) -> String {
        let body = "\(number).\(began.milliseconds).\(Base64URL.encode(Array(next.utf8)))"
        return "\(body).\(SignInTicket.seal(body, browser, key).hex)"
    }

    /// Reads a ticket that comes back.
    ///
    /// - Throws: `ProviderFault.wrongState` unless it was sealed by this house for this browser, and lately.
    init(state: String, browser: String, now: Instant, key: SecretKey) throws(ProviderFault) {
        let parts = state.split(separator: ".", omittingEmptySubsequences: false)
        guard state.utf8.count <= 4_000, parts.count == 4, let seal = Digest(hex: String(parts[3])) else {
            throw .wrongState
        }
        let expected = SignInTicket.seal(parts[0..<3].joined(separator: "."), browser, key)
        guard ConstantTime.equal(seal.bytes, expected.bytes), let milliseconds = Int64(parts[1]),
            let next = Base64URL.decode(parts[2].utf8)
        else { throw .wrongState }
        let began = Instant(milliseconds: milliseconds)
        guard now < began + SignInTicket.lifetime else { throw .wrongState }
        number = String(parts[0])
        self.began = began
        self.next = String(decoding: next, as: UTF8.self)
    }

    init(number: String, began: Instant, next: String) {
        self.number = number
        self.began = began
        self.next = next
    }

    func nonce(_ key: SecretKey) -> String { secret("nonce", key) }

    func verifier(_ key: SecretKey) -> String { secret("verifier", key) }

    func challenge(_ key: SecretKey) -> String {
        Base64URL.encode(SHA256Hash.of(Array(verifier(key).utf8)).bytes)
    }

    private func secret(_ use: String, _ key: SecretKey) -> String {
        Base64URL.encode(KeyedHash.of(Array("\(use)\u{0}\(number)".utf8), key: key).bytes)
    }

    private static func seal(_ body: String, _ browser: String, _ key: SecretKey) -> Digest {
        KeyedHash.of(Array("state\u{0}\(browser)\u{0}\(body)".utf8), key: key)
    }
}
