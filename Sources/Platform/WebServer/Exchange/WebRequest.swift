package import HTML

/// One request, taken apart and checked.
package struct WebRequest: Sendable {
    /// Names this exchange in the log and on error pages.
    package let id: String
    package let method: WebMethod
    /// The path as sent, without the query.
    package let path: String
    package let query: FormValues
    /// The parts of the path that the route left open, decoded.
    package internal(set) var parameters: [String: String] = [:]
    package internal(set) var cookies: [String: String] = [:]
    /// How this browser wants pages shown, as an answer once said; nothing about who uses it.
    package internal(set) var preference: String?
    /// The address of the visitor, behind proxies that are trusted.
    package let peer: String
    package internal(set) var body = Content.none
    /// Who is signed in, if anybody.
    package internal(set) var session: CurrentSession?
    /// Whose sessions are looked at.
    package internal(set) var door = SessionDoor.inner
    /// Whether the session of the visitor's cookie was looked for and is over, so that the cookie can go.
    var hasDeadSession = false
    /// What the page before wants said once.
    package internal(set) var flash: FlashMessage?
    let headers: [String: String]
    var forgery: ForgeryGuard

    /// What came with the request.
    package enum Content: Sendable {
        case none
        case form(FormContent)
        case bytes([UInt8])
    }

    /// What the form sent; empty if there was none.
    package var form: FormContent {
        switch body {
        case .form(let content): content
        case .none, .bytes: FormContent()
        }
    }

    /// The bytes of a body that is no form.
    package var bytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .none, .form: []
        }
    }

    /// Path and query, to come back to.
    package var address: String {
        guard !query.pairs.isEmpty else { return path }
        return "\(path)?"
            + query.pairs.map { "\(URLText.encode($0.name))=\(URLText.encode($0.value))" }.joined(separator: "&")
    }

    /// Returns a header by its name, whatever its case.
    package func header(_ name: String) -> String? { headers[name.lowercased()] }

    /// What a program shows in `Authorization: Bearer` (RFC 6750); nil if it shows nothing of that kind.
    package var bearerToken: String? {
        guard let parts = header("Authorization")?.split(separator: " "), parts.count == 2,
            parts[0].lowercased() == "bearer"
        else { return nil }
        return String(parts[1])
    }

    /// The field that every form sent by post must carry.
    package var forgeryField: HiddenField { HiddenField(ForgeryGuard.fieldName, forgery.token()) }

    /// The names of fields that say where a form came from; nobody typed them.
    package static let formMarks: Set<String> = [ForgeryGuard.fieldName, FormKey.fieldName]

    /// Stands for this browser, or for its session, in what must come back to it and to no other.
    package var browserMark: String { forgery.token() }

    /// The key that makes a form sent twice take effect once; nil if the form had none.
    package var formKey: String? { form.values[FormKey.fieldName] }
}
