/// The one byte buffer a page is written into.
package struct HTMLOutput: Sendable {
    /// UTF-8.
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends markup as it stands.
    package mutating func append(raw markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends a JSON document so that it cannot end the script element around it.
    mutating func append(json: [UInt8]) {
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"): append(raw: "\\u003c")
            case UInt8(ascii: ">"): append(raw: "\\u003e")
            case UInt8(ascii: "&"): append(raw: "\\u0026")
            default: bytes.append(byte)
            }
        }
    }

    /// Appends text so that it can only be read as text, between tags or inside a quoted attribute.
    ///
    /// Control characters that HTML does not allow become U+FFFD.
    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    private mutating func append(escaping source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in source.enumerated() where HTMLOutput.isSpecial(byte) {
            bytes.append(contentsOf: source[start..<index])
            append(raw: HTMLOutput.replacement(of: byte))
            start = index + 1
        }
        bytes.append(contentsOf: source[start...])
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F: true
        case 0x09, 0x0A, 0x0D: false
        default: byte < 0x20
        }
    }

    private static func replacement(of byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
