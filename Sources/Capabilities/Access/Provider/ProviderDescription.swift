import Foundation
import Kernel

/// What a provider publishes about itself.
///
/// - Source: OpenID Connect Discovery 1.0 section 3, 4.3.
struct ProviderDescription: Hashable, Sendable {
    let authorization: OutboundAddress
    let token: OutboundAddress
    let keys: OutboundAddress
    /// Whether the client shows its secret in the form, because the provider takes it no other way.
    let takesSecretInForm: Bool

    /// Where the description of an issuer lies.
    static func address(of issuer: OutboundAddress) -> OutboundAddress? {
        let base = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
        return OutboundAddress("\(base)/.well-known/openid-configuration")
    }

    /// Reads a description.
    ///
    /// - Throws: `.wrongIssuer` when it is of another issuer to the letter, `.badAnswer` when it is none or lacks PKCE.
    init(json: [UInt8], issuer: OutboundAddress) throws(ProviderFault) {
        guard let stated = try? JSONDecoder().decode(Stated.self, from: Data(json)) else {
            throw .badAnswer(.description)
        }
        guard stated.issuer == issuer.text else {
            throw .wrongIssuer(expected: issuer.text, found: String(stated.issuer.prefix(200)))
        }
        guard let authorization = OutboundAddress(stated.authorization), let token = OutboundAddress(stated.token),
            let keys = OutboundAddress(stated.keys), stated.challenges?.contains("S256") ?? true
        else { throw .badAnswer(.description) }
        self.authorization = authorization
        self.token = token
        self.keys = keys
        // Unsaid means the header.
        let methods = stated.methods ?? ["client_secret_basic"]
        takesSecretInForm = !methods.contains("client_secret_basic")
    }

    private struct Stated: Decodable {
        let issuer: String
        let authorization: String
        let token: String
        let keys: String
        let methods: [String]?
        let challenges: [String]?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorization = "authorization_endpoint"
            case token = "token_endpoint"
            case keys = "jwks_uri"
            case methods = "token_endpoint_auth_methods_supported"
            case challenges = "code_challenge_methods_supported"
        }
    }
}
