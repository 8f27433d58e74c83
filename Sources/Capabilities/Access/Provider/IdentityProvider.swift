package import Cryptography
import Foundation
package import Kernel

/// The government's identity provider: sends browsers there, and checks what they bring back.
///
/// Authorization code flow with PKCE. The description is read at each beginning and serves the way back; keys are kept for
/// an hour, and read once more when a token names one that is not among them.
///
/// - Source: OpenID Connect Core 1.0 section 3.1.
package actor IdentityProvider {
    package nonisolated let settings: ProviderSettings
    private let line: any ProviderLine
    private let key: SecretKey
    private let clock: any WallClock
    private let randomness: any Randomness
    private var description: Fresh<ProviderDescription>?
    private var keys: Fresh<TokenKeys>?

    private struct Fresh<Value: Sendable>: Sendable {
        let value: Value
        let since: Instant

        func isFresh(at now: Instant) -> Bool { now < since + .seconds(3600) && now >= since }
    }

    /// A provider.
    ///
    /// - Parameters:
    ///   - settings: who it is.
    ///   - line: the way to it.
    ///   - key: seals the way there and back; the same on all nodes.
    ///   - clock: judges tokens; the machine's, also in a demonstration.
    ///   - randomness: numbers the ways.
    package init(
        settings: ProviderSettings,
        line: any ProviderLine,
        key: SecretKey,
        clock: any WallClock,
        randomness: any Randomness
    ) {
        self.settings = settings
        self.line = line
        self.key = key
        self.clock = clock
        self.randomness = randomness
    }

    /// Begins a sign-in.
    ///
    /// - Parameters:
    ///   - next: the path to go on to afterwards.
    ///   - browser: stands for the browser; the same when it comes back.
    /// - Returns: where to send the browser.
    /// - Throws: `ProviderFault`.
    package func signInAddress(then next: String, browser: String) async throws(ProviderFault) -> OutboundAddress {
        // Asked anew, so that a provider that is down is told here and not by the browser.
        description = nil
        let endpoint = try await describe().authorization
        let ticket = SignInTicket(
            number: Hexadecimal.encode(randomness.bytes(16)),
            began: clock.now,
            next: next.utf8.count <= 1_000 ? next : ""
        )
        let query = FormText.encode([
            ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.returnAddress),
            ("scope", "openid profile"), ("state", ticket.state(for: browser, key: key)),
            ("nonce", ticket.nonce(key)), ("code_challenge", ticket.challenge(key)),
            ("code_challenge_method", "S256"),
        ])
        let joint = endpoint.text.contains("?") ? "&" : "?"
        guard let address = OutboundAddress(endpoint.text + joint + query) else { throw .badAnswer(.description) }
        return address
    }

    /// Finds out who came back, by asking the provider.
    ///
    /// - Parameters:
    ///   - answer: what the browser brought in its query.
    ///   - browser: stands for the browser.
    /// - Returns: who it is, and where to go on.
    /// - Throws: `ProviderFault`.
    package func identity(
        from answer: ProviderReturn,
        browser: String
    ) async throws(ProviderFault) -> ProvenIdentity {
        let ticket = try SignInTicket(state: answer.state, browser: browser, now: clock.now, key: key)
        if let issuer = answer.issuer, issuer != settings.issuer.text {
            throw .wrongIssuer(expected: settings.issuer.text, found: String(issuer.prefix(200)))
        }
        guard !answer.isError else { throw .denied }
        guard !answer.code.isEmpty, answer.code.utf8.count <= 4_000 else { throw .badAnswer(.wayBack) }
        let token = try await token(for: answer.code, ticket)
        let claims = try TokenClaims(json: try await payload(of: token), claim: settings.claim)
        let expectation = TokenExpectation(
            issuer: settings.issuer.text,
            client: settings.client,
            nonce: ticket.nonce(key),
            now: clock.now
        )
        try expectation.check(claims)
        guard let value = claims.link else { throw .claimMissing(settings.claim) }
        return ProvenIdentity(
            identity: ProviderIdentity(issuer: settings.issuer.text, claim: settings.claim, value: value),
            hasProvenFactor: !claims.means.isDisjoint(with: settings.factors),
            next: ticket.next
        )
    }

    private func describe() async throws(ProviderFault) -> ProviderDescription {
        if let description, description.isFresh(at: clock.now) { return description.value }
        guard let address = ProviderDescription.address(of: settings.issuer) else { throw .badAnswer(.description) }
        let bytes = try await read(address, .description)
        let found = try ProviderDescription(json: bytes, issuer: settings.issuer)
        description = Fresh(value: found, since: clock.now)
        return found
    }

    private func token(for code: String, _ ticket: SignInTicket) async throws(ProviderFault) -> String {
        let description = try await describe()
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.returnAddress),
            ("client_id", settings.client), ("code_verifier", ticket.verifier(key)),
        ]
        var authorization: String?
        if description.takesSecretInForm {
            fields.append(("client_secret", settings.secret))
        } else {
            // Both parts are encoded as forms are before they are joined (RFC 6749 section 2.3.1).
            let pair = "\(FormText.encode(settings.client)):\(FormText.encode(settings.secret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        }
        let call = ProviderCall(description.token, form: FormText.encode(fields), authorization: authorization)
        let answer = try await line.answer(to: call)
        struct Granted: Decodable { let id_token: String }
        guard answer.status == 200, let granted = try? JSONDecoder().decode(Granted.self, from: Data(answer.bytes))
        else { throw .badAnswer(.token) }
        return granted.id_token
    }

    /// Checks a token's signature; a key that is not known may be new.
    private func payload(of token: String) async throws(ProviderFault) -> [UInt8] {
        do {
            return try await readKeys().payload(of: token)
        } catch TokenFault.unknownKey {
            keys = nil
        } catch {
            throw IdentityProvider.fault(error)
        }
        do {
            return try await readKeys().payload(of: token)
        } catch {
            throw IdentityProvider.fault(error)
        }
    }

    private func readKeys() async throws(ProviderFault) -> TokenKeys {
        if let keys, keys.isFresh(at: clock.now) { return keys.value }
        let bytes = try await read(try await describe().keys, .keys)
        guard let found = try? TokenKeys(json: bytes) else { throw .badAnswer(.keys) }
        keys = Fresh(value: found, since: clock.now)
        return found
    }

    private func read(_ address: OutboundAddress, _ part: ProviderFault.Part) async throws(ProviderFault) -> [UInt8] {
        let answer = try await line.answer(to: ProviderCall(address))
        guard answer.status == 200 else { throw .badAnswer(part) }
        return answer.bytes
    }

    private static func fault(_ error: any Error) -> ProviderFault {
        switch error {
        case let fault as ProviderFault: fault
        case let fault as TokenFault:
            switch fault {
            case .malformedKeys: .badAnswer(.keys)
            case .malformed: .badAnswer(.token)
            case .algorithm(let name): .algorithm(String(name.prefix(20)))
            case .unknownKey, .signature: .wrongKey
            }
        default: .badAnswer(.token)
        }
    }
}
