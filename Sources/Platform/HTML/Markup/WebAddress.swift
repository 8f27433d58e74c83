/// Which addresses may stand in `href`, `src` and `action`.
package enum WebAddress {
    /// What is written in place of an address that may run code or leave the site unseen.
    package static let refused = "about:invalid"

    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// Returns whether a browser can follow `address` without running code.
    ///
    /// A path, query or fragment of this site, or one of http, https, mailto and tel. Another host must be named with
    /// its scheme: `//host` is refused. So is every control character and backslash, because browsers drop or turn them.
    package static func isHarmless(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        if bytes.first == UInt8(ascii: " ") || bytes.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
            return false
        }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return false }
        guard let end = bytes.firstIndex(where: { isDelimiter($0) }), bytes[end] == UInt8(ascii: ":") else {
            return true
        }
        return schemes.contains(String(decoding: bytes[..<end], as: UTF8.self).lowercased())
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
        default: false
        }
    }
}
