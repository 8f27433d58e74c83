import Foundation

/// What an ID token states, of which only what is checked or used is read.
///
/// - Source: OpenID Connect Core 1.0 section 2.
struct TokenClaims: Hashable, Sendable {
    let issuer: String
    let subject: String
    let audience: [String]
    let authorizedParty: String?
    /// Seconds since 1970.
    let expires: Double
    let issued: Double
    let nonce: String?
    /// `amr` and `acr` in one.
    let means: Set<String>
    /// The claim that was asked for, as text.
    let link: String?

    /// Reads the payload of a token whose signature holds.
    ///
    /// - Parameters:
    ///   - json: the payload.
    ///   - claim: the name of the claim by which accounts are linked.
    /// - Throws: `ProviderFault.badAnswer` unless it has all that is required.
    init(json: [UInt8], claim: String) throws(ProviderFault) {
        guard let stated = try? JSONDecoder().decode([String: Value].self, from: Data(json)),
            let issuer = stated["iss"]?.text, let subject = stated["sub"]?.text, !subject.isEmpty,
            let audience = stated["aud"]?.texts, let expires = stated["exp"]?.number,
            let issued = stated["iat"]?.number
        else { throw .badAnswer(.token) }
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        authorizedParty = stated["azp"]?.text
        self.expires = expires
        self.issued = issued
        nonce = stated["nonce"]?.text
        means = Set((stated["amr"]?.texts ?? []) + (stated["acr"]?.texts ?? []))
        link = stated[claim]?.linkText
    }

    /// One value of the payload; what is neither text, list of texts nor number does not matter here.
    private enum Value: Decodable {
        case text(String)
        case list([String])
        case number(Double)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .other
            }
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }

        /// One text, or a list of them.
        var texts: [String]? {
            switch self {
            case .text(let text): [text]
            case .list(let list): list
            case .number, .other: nil
            }
        }

        var number: Double? { if case .number(let number) = self { number } else { nil } }

        /// A staff number may come as a number.
        var linkText: String? {
            switch self {
            case .text(let text): text.isEmpty || text.utf8.count > 255 ? nil : text
            case .number(let number): Int64(exactly: number).map { String($0) }
            case .list, .other: nil
            }
        }
    }
}
