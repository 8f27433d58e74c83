/// What a derived key is for; keys of different purposes tell nothing about each other.
package enum KeyPurpose: Hashable, Sendable {
    case session
    case forgeryToken
    case cookie
    case receipt
    /// Encrypts what is being written and not handed in yet.
    case draft
    /// Seals the secrets of second factors.
    case secondFactor
    /// Seals the numbers of public accounts.
    case publicAccount
    /// Seals addresses and texts of alerts.
    case alert
    /// Seals the way to an identity provider and back.
    case providerSignIn
    /// Signs what an agency issues.
    case documentSignature(agency: String)
    /// Certifies the keys of the agencies.
    case documentAuthority
    /// Finds a personal field by its value without storing the value; `field` names it, with its realm where needed.
    case blindIndex(field: String)

    /// The text that goes into the derivation; frozen, since a change loses what was made with the key.
    var label: String {
        switch self {
        case .session: "hengjian/session/1"
        case .forgeryToken: "hengjian/forgery-token/1"
        case .cookie: "hengjian/cookie/1"
        case .receipt: "hengjian/receipt/1"
        case .draft: "hengjian/draft/1"
        case .secondFactor: "hengjian/second-factor/1"
        case .publicAccount: "hengjian/public-account/1"
        case .alert: "hengjian/alert/1"
        case .providerSignIn: "hengjian/provider-sign-in/1"
        case .documentSignature(let agency): "hengjian/document-signature/1/\(agency)"
        case .documentAuthority: "hengjian/document-authority/1"
        case .blindIndex(let field): "hengjian/blind-index/1/\(field)"
        }
    }
}
