package import Kernel

/// The government's identity provider, and how its statements count here.
package struct ProviderSettings: Hashable, Sendable {
    /// As the provider writes it in its tokens, to the letter.
    package let issuer: OutboundAddress
    package let client: String
    package let secret: String
    /// Where the provider sends the browser back to; registered there.
    package let returnAddress: String
    /// The claim of the token by which accounts are linked.
    package let claim: String
    /// Values of `amr` or `acr` that stand for a second factor; empty: only the house's own counts.
    package let factors: Set<String>

    /// - Throws: `ProviderSettingFault`.
    package init(
        issuer: String,
        client: String,
        secret: String,
        returnAddress: String,
        claim: String = "sub",
        factors: Set<String> = []
    ) throws(ProviderSettingFault) {
        guard let address = OutboundAddress(issuer), !issuer.contains("?") else { throw .issuer(issuer) }
        guard !client.isEmpty else { throw .clientMissing }
        guard !secret.isEmpty else { throw .secretMissing }
        guard !claim.isEmpty, !ProviderSettings.changeable.contains(claim) else { throw .claim(claim) }
        self.issuer = address
        self.client = client
        self.secret = secret
        self.returnAddress = returnAddress
        self.claim = claim
        self.factors = factors
    }

    /// Claims that people may change themselves, or that pass from one to another.
    ///
    /// - Source: OpenID Connect Core 1.0 section 5.7.
    private static let changeable: Set<String> = [
        "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "email", "phone_number",
    ]
}

/// Why the settings of an identity provider do not hold.
package enum ProviderSettingFault: Error, Hashable, Sendable {
    /// Neither `https` nor on this machine, or with a query.
    case issuer(String)
    case clientMissing
    case secretMissing
    /// Nothing that names one person for good.
    case claim(String)
}
