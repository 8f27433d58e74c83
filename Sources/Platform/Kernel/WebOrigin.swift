/// A site as browsers tell sites apart: `https://www.example.gov.cn`, with a port where it is not the usual one.
///
/// Only sites that are reached safely are named; there is no way to name many at once.
package struct WebOrigin: Hashable, Sendable {
    /// In lower case, without a slash at the end: fit for a header as it is.
    package let text: String

    /// Returns `nil` unless `text` is `https://`, a name of letters, digits, dots and hyphens, and perhaps a port.
    package init?(_ text: some StringProtocol) {
        var rest = Substring(text.lowercased())
        guard rest.utf8.count <= WebOrigin.longest, rest.hasPrefix("https://") else { return nil }
        rest = rest.dropFirst(8)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, WebOrigin.isHost(host) else { return nil }
        guard parts.count == 2 else {
            self.text = "https://\(host)"
            return
        }
        let digits = parts[1]
        guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let port = Int(digits),
            (1...65_535).contains(port)
        else { return nil }
        self.text = port == 443 ? "https://\(host)" : "https://\(host):\(port)"
    }

    /// A name has at most 253 letters; scheme, port and slash come to it.
    private static let longest = 253 + 8 + 6 + 1

    private static func isHost(_ host: Substring) -> Bool {
        host.utf8.count <= 253
            && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                    }
            }
    }
}
