import Foundation

/// An address of another system: `https`, or `http` on this very machine; no user, password or fragment.
package struct OutboundAddress: Hashable, Sendable {
    package let text: String

    /// Returns `nil` for any other address.
    package init?(_ text: String) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        switch parts.scheme {
        case "https": break
        case "http" where OutboundAddress.own.contains(host): break
        default: return nil
        }
        self.text = text
    }

    private static let own: Set<String> = ["127.0.0.1", "localhost", "[::1]", "::1"]
}
