/// Who somebody is to an identity provider: what accounts are linked to.
package struct ProviderIdentity: Hashable, Sendable {
    package let issuer: String
    /// The name of the claim that `value` comes from.
    package let claim: String
    package let value: String

    package init(issuer: String, claim: String, value: String) {
        self.issuer = issuer
        self.claim = claim
        self.value = value
    }
}

/// An identity the provider vouches for, now and to this browser.
package struct ProvenIdentity: Hashable, Sendable {
    package let identity: ProviderIdentity
    /// Whether the provider says it asked for a second factor that the settings accept.
    package let hasProvenFactor: Bool
    /// Where the person wanted to go.
    package let next: String
}
