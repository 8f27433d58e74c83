@testable import Access
import Cryptography
import Foundation
import JWTKit
import Kernel
import Synchronization

/// An identity provider that keeps the protocol with real keys, and departs from it where a test says.
///
/// It checks what it is sent as a strict provider does, so a flaw of ours does not pass unseen.
final class ScriptedProvider: ProviderLine {
    static let issuer = "https://sso.example.gov.cn"
    static let client = "hengjian"
    static let secret = "it/s a: secret"

    /// What the provider says other than it should.
    struct Departure: Sendable {
        var fault: ProviderFault?
        var description: [String: String] = [:]
        var claims: [String: String] = [:]
        /// Claims left out.
        var missing: Set<String> = []
        var signsWithOtherKey = false
        var isUnsigned = false
        var wrongStatus: Int?
        /// The name of the key the provider signs with from now on; published when asked again.
        var keyName = "first"
    }

    private struct State {
        var departure = Departure()
        var challenge = ""
        var nonce = ""
        var code = ""
        var calls: [String] = []
    }

    private let state = Mutex(State())
    private let key = ES256PrivateKey()
    private let other = ES256PrivateKey()
    private let clock: HandClock

    init(clock: HandClock) { self.clock = clock }

    var departure: Departure {
        get { state.withLock(\.departure) }
        set { state.withLock { $0.departure = newValue } }
    }

    /// The paths it was called under, in order.
    var calls: [String] { state.withLock(\.calls) }

    /// Does what the provider's page does: takes the browser in, and sends it back with this query.
    func signIn(at address: OutboundAddress, code: String = "code one") throws -> ProviderReturn {
        let query = URLComponents(string: address.text)?.queryItems ?? []
        let values = Dictionary(query.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        guard values["response_type"] == "code", values["client_id"] == Self.client,
            values["code_challenge_method"] == "S256", let challenge = values["code_challenge"],
            let nonce = values["nonce"], values["scope"]?.split(separator: " ").contains("openid") == true
        else { throw CocoaError(.coderInvalidValue) }
        state.withLock {
            $0.challenge = challenge
            $0.nonce = nonce
            $0.code = code
        }
        return ProviderReturn(state: values["state"], code: code, issuer: Self.issuer, error: nil)
    }

    func answer(to call: ProviderCall) async throws(ProviderFault) -> ProviderAnswer {
        let departure = departure
        if let fault = departure.fault { throw fault }
        let path = URLComponents(string: call.address.text)?.path ?? ""
        state.withLock { $0.calls.append(path) }
        if let status = departure.wrongStatus { return ProviderAnswer(status: status, bytes: []) }
        switch path {
        case "/.well-known/openid-configuration": return json(description)
        case "/keys": return keys
        case "/token":
            guard isGenuine(call) else { return ProviderAnswer(status: 400, bytes: []) }
            guard let token = try? await token() else { return ProviderAnswer(status: 500, bytes: []) }
            return json(["id_token": token, "access_token": "x", "token_type": "Bearer"])
        default: return ProviderAnswer(status: 404, bytes: [])
        }
    }

    private var description: [String: String] {
        let plain = [
            "issuer": Self.issuer, "authorization_endpoint": "\(Self.issuer)/authorize?tenant=1",
            "token_endpoint": "\(Self.issuer)/token", "jwks_uri": "\(Self.issuer)/keys",
        ]
        return plain.merging(departure.description) { $1 }
    }

    private var keys: ProviderAnswer {
        guard let point = key.publicKey.parameters else { return ProviderAnswer(status: 500, bytes: []) }
        let (x, y) = (urlSafe(point.x), urlSafe(point.y))
        let text = """
            {"keys":[{"kty":"EC","crv":"P-256","use":"sig","kid":"\(departure.keyName)","x":"\(x)","y":"\(y)"}]}
            """
        return ProviderAnswer(status: 200, bytes: Array(text.utf8))
    }

    private func urlSafe(_ text: String) -> String {
        text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The code it gave, the verifier of the challenge it saw, and the client's secret in the header.
    private func isGenuine(_ call: ProviderCall) -> Bool {
        let fields = URLComponents(string: "?\(call.form ?? "")")?.queryItems ?? []
        let values = Dictionary(fields.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        let challenge = Base64URL.encode(SHA256Hash.of(Array((values["code_verifier"] ?? "").utf8)).bytes)
        let pair = Data("hengjian:it%2Fs%20a%3A%20secret".utf8).base64EncodedString()
        return state.withLock { $0.challenge == challenge && $0.code == values["code"] }
            && values["grant_type"] == "authorization_code" && call.authorization == "Basic \(pair)"
    }

    private func token() async throws -> String {
        let departure = departure
        let now = clock.now.milliseconds / 1000
        var claims: [String: String] = [
            "iss": "\"\(Self.issuer)\"", "sub": "\"7f3a\"", "aud": "\"\(Self.client)\"", "exp": "\(now + 300)",
            "iat": "\(now)", "nonce": "\"\(state.withLock(\.nonce))\"", "staff_number": "10086",
        ]
        claims.merge(departure.claims) { $1 }
        for name in departure.missing { claims[name] = nil }
        let payload = "{\(claims.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
        let algorithm = departure.isUnsigned ? "none" : "ES256"
        let head = Base64URL.encode(Array(#"{"alg":"\#(algorithm)","kid":"\#(departure.keyName)"}"#.utf8))
        let signed = "\(head).\(Base64URL.encode(Array(payload.utf8)))"
        guard !departure.isUnsigned else { return "\(signed).AA" }
        let collection = await JWTKeyCollection().add(ecdsa: departure.signsWithOtherKey ? other : key)
        let signature = try await collection.getKey().sign(Array(signed.utf8))
        return "\(signed).\(Base64URL.encode(Array(signature)))"
    }

    private func json(_ values: [String: String]) -> ProviderAnswer {
        let text = values.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        return ProviderAnswer(status: 200, bytes: Array("{\(text)}".utf8))
    }
}
