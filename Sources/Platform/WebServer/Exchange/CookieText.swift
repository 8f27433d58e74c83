/// How cookies are read and written.
struct CookieText: Sendable {
    /// Behind TLS cookies take the `__Host-` prefix, which binds them to this very host.
    let isSecure: Bool

    func fullName(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }

    /// Returns the value of a `Set-Cookie` header; without `maxAge` the cookie ends with the browser.
    func setting(_ name: String, to value: String, maxAge: Int? = nil) -> String {
        var text = "\(fullName(name))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        return text
    }

    /// Returns the pairs of a `Cookie` header; of two with one name the first counts.
    static func parse(_ header: String) -> [String: String] {
        var cookies: [String: String] = [:]
        for part in header.split(separator: ";").prefix(64) {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = String(pair[0].drop { $0 == " " })
            if cookies[name] == nil { cookies[name] = String(pair[1]) }
        }
        return cookies
    }
}
