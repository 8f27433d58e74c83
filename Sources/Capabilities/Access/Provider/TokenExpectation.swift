import Cryptography
import Kernel

/// What an ID token must state to be believed in answer to one request.
///
/// - Source: OpenID Connect Core 1.0 section 3.1.3.7.
struct TokenExpectation: Sendable {
    let issuer: String
    let client: String
    let nonce: String
    let now: Instant

    /// How far the provider's clock may be from ours.
    static let skew = Duration.seconds(60)
    /// How long ago a token may have been made: it is fetched at once.
    static let greatestAge = Duration.seconds(600)

    /// Refuses a token that is of another provider, for another program, of another time or another request.
    ///
    /// - Throws: `ProviderFault.wrongIssuer`, `.wrongAudience`, `.wrongTime`, `.wrongNonce`.
    func check(_ claims: TokenClaims) throws(ProviderFault) {
        guard claims.issuer == issuer else {
            throw .wrongIssuer(expected: issuer, found: String(claims.issuer.prefix(200)))
        }
        let isNamedAlone = claims.audience.count == 1 || claims.authorizedParty != nil
        guard claims.audience.contains(client), isNamedAlone, claims.authorizedParty ?? client == client else {
            throw .wrongAudience
        }
        let seconds = Double(now.milliseconds) / 1000
        let skew = Double(TokenExpectation.skew.components.seconds)
        let age = Double(TokenExpectation.greatestAge.components.seconds)
        guard claims.expires > seconds - skew, claims.issued < seconds + skew, claims.issued > seconds - age else {
            throw .wrongTime
        }
        guard let given = claims.nonce, ConstantTime.equal(Array(given.utf8), Array(nonce.utf8)) else {
            throw .wrongNonce
        }
    }
}
