/// Why a text is not the JSON we accept, with the byte at which it went wrong.
package struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let offset: Int
    package let expected: String

    package var description: String { "byte \(offset): expected \(expected)" }
}

extension JSONValue {
    /// Reads one JSON text; white space is accepted, fractions and duplicate keys are not.
    package init(parsing bytes: some Collection<UInt8>) throws(JSONFault) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.wholeText()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var offset = 0
    /// Deeper nesting than any event or definition has; keeps hostile input from exhausting the stack.
    private static let deepest = 64

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func wholeText() throws(JSONFault) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard offset == bytes.count else { throw fault("the end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < JSONParser.deepest else { throw fault("at most \(JSONParser.deepest) levels") }
        skipSpace()
        guard offset < bytes.count else { throw fault("a value") }
        switch bytes[offset] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try integer()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        offset += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            let start = offset
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("':'") }
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                throw JSONFault(offset: start, expected: "each key once")
            }
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault("',' or '}'") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        offset += 1
        var values: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault("',' or ']'") }
        return .array(values)
    }

    private mutating func string() throws(JSONFault) -> String {
        guard take(UInt8(ascii: "\"")) else { throw fault("a string") }
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") {
            guard bytes[offset] >= 0x20 else { throw fault("an escaped control character") }
            offset += 1
        }
        guard offset < bytes.count else { throw fault("the end of a string") }
        if bytes[offset] == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return try text(bytes[start..<offset], at: start)
        }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
        var unescaped = Array(bytes[start..<offset])
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...], at: start)
            case UInt8(ascii: "\\"): try escape(into: &unescaped)
            case 0..<0x20: throw fault("an escaped control character")
            default: unescaped.append(byte)
            }
        }
        throw fault("the end of a string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard offset < bytes.count else { throw fault("an escape") }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"): try unicodeEscape(into: &text)
        default: throw fault("an escape")
        }
    }

    private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONFault) {
        var code = UInt32(try codeUnit())
        if (0xD800..<0xDC00).contains(code) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("a low surrogate") }
            let low = UInt32(try codeUnit())
            guard (0xDC00..<0xE000).contains(low) else { throw fault("a low surrogate") }
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("a Unicode scalar") }
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt16 {
        guard offset + 4 <= bytes.count,
            let digits = String(validating: bytes[offset..<(offset + 4)], as: UTF8.self),
            let unit = UInt16(digits, radix: 16)
        else { throw fault("four hexadecimal digits") }
        offset += 4
        return unit
    }

    private mutating func integer() throws(JSONFault) -> JSONValue {
        let start = offset
        while offset < bytes.count, JSONParser.numeric.contains(bytes[offset]) { offset += 1 }
        guard let text = String(validating: bytes[start..<offset], as: UTF8.self), let value = Int64(text) else {
            throw JSONFault(offset: start, expected: "an integer")
        }
        return .integer(value)
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let expected = Array(word.description.utf8)
        guard bytes[offset...].starts(with: expected) else { throw fault(word.description) }
        offset += expected.count
        return value
    }

    private func text(_ slice: ArraySlice<UInt8>, at start: Int) throws(JSONFault) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw JSONFault(offset: start, expected: "UTF-8")
        }
        return text
    }

    private mutating func skipSpace() {
        while offset < bytes.count, JSONParser.space.contains(bytes[offset]) { offset += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private func fault(_ expected: String) -> JSONFault { JSONFault(offset: offset, expected: expected) }

    private static let space = Array(" \n\r\t".utf8)
    private static let numeric = Array("-+.eE0123456789".utf8)
}
