/// Percent-encoding of addresses and forms.
package enum URLText {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    )
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Returns `text` so that it can stand anywhere in an address.
    package static func encode(_ text: String) -> String { escape(text) { unreserved.contains($0) } }

    /// Returns an address that can stand in a header: what is not visible ASCII is escaped.
    static func headerSafe(_ address: String) -> String { escape(address) { (0x21...0x7E).contains($0) } }

    private static func escape(_ text: String, unless isKept: (UInt8) -> Bool) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the bytes meant by an encoded text; a percent sign that begins no escape stands for itself.
    static func decode(_ text: some Sequence<UInt8>, plusIsSpace: Bool) -> [UInt8] {
        let source = Array(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "%"), index + 2 < source.count, let high = value(of: source[index + 1]),
                let low = value(of: source[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// Returns the segments of a path, decoded; nil if one is not text.
    static func segments(ofPath path: String) -> [String]? {
        var segments: [String] = []
        for part in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = text(decode(part, plusIsSpace: false)) else { return nil }
            segments.append(segment)
        }
        return segments
    }

    /// Returns the pairs of a query; whatever a visitor types is read as well as it can be.
    static func query(_ query: String) -> FormValues {
        pairs(Array(query.utf8)) { bytes in
            String(decoding: bytes, as: UTF8.self).replacing("\u{0}", with: "\u{FFFD}")
        } ?? FormValues()
    }

    /// Returns the pairs of a form; nil if one is not text.
    static func form(_ body: [UInt8]) -> FormValues? { pairs(body, text) }

    private static func pairs(_ source: [UInt8], _ text: ([UInt8]) -> String?) -> FormValues? {
        var values = FormValues()
        for pair in source.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(decode(parts[0], plusIsSpace: true)),
                let value = text(parts.count > 1 ? decode(parts[1], plusIsSpace: true) : [])
            else { return nil }
            values.append(name, value)
        }
        return values
    }

    /// Returns valid UTF-8 without NUL as text, which a database can hold.
    static func text(_ bytes: some Collection<UInt8>) -> String? {
        bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
}
