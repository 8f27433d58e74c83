/// Reads the markup of a spreadsheet's parts, element by element; a document type is refused, so nothing expands.
struct MarkupReader {
    enum Token {
        /// Names come without their prefix.
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private let part: String
    private var position = 0
    /// The end that an empty element still owes.
    private var owed: String?

    init(_ bytes: [UInt8], part: String) {
        self.bytes = bytes
        self.part = part
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    }

    /// Returns the next token, or `nil` at the end.
    mutating func next() throws(SpreadsheetFault) -> Token? {
        if let name = owed {
            owed = nil
            return .end(name)
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                return .text(try text(to: bytes.firstIndex(of: "<", from: position)))
            }
            if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<?") {
                try skip(past: "?>")
            } else if starts("<![CDATA[") {
                let begin = position + 9
                try skip(past: "]]>")
                return .text(try string(bytes[begin..<position - 3]))
            } else if starts("<!") {
                throw .notXML(part: part)
            } else {
                return try tag()
            }
        }
        return nil
    }

    private mutating func tag() throws(SpreadsheetFault) -> Token {
        position += 1
        let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
        if isEnd { position += 1 }
        let name = try self.name()
        var attributes: [String: String] = [:]
        while true {
            skipSpaces()
            guard position < bytes.count else { throw .notXML(part: part) }
            switch bytes[position] {
            case UInt8(ascii: ">"):
                position += 1
                return isEnd ? .end(name) : .start(name, attributes)
            case UInt8(ascii: "/"):
                guard !isEnd, position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ">") else {
                    throw .notXML(part: part)
                }
                position += 2
                owed = name
                return .start(name, attributes)
            default:
                let (key, value) = try attribute()
                attributes[key] = value
            }
        }
    }

    private mutating func attribute() throws(SpreadsheetFault) -> (String, String) {
        let key = try name()
        skipSpaces()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { throw .notXML(part: part) }
        position += 1
        skipSpaces()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else {
            throw .notXML(part: part)
        }
        let quote = bytes[position]
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { throw .notXML(part: part) }
        let value = try text(to: end)
        position = end + 1
        return (key, value)
    }

    /// Reads a name and drops its prefix.
    private mutating func name() throws(SpreadsheetFault) -> String {
        let begin = position
        while position < bytes.count, !" \t\r\n/>=<\"'".utf8.contains(bytes[position]) { position += 1 }
        guard position > begin else { throw .notXML(part: part) }
        let name = bytes[begin..<position]
        return try string(name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name)
    }

    /// Reads text up to `end`, references resolved.
    private mutating func text(to end: Int) throws(SpreadsheetFault) -> String {
        let raw = bytes[position..<end]
        position = end
        guard raw.contains(UInt8(ascii: "&")) else { return try string(raw) }
        var text = ""
        var rest = raw
        while let reference = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += try string(rest[..<reference])
            guard let close = rest[reference...].firstIndex(of: UInt8(ascii: ";")) else { throw .notXML(part: part) }
            text.unicodeScalars.append(try scalar(try string(rest[(reference + 1)..<close])))
            rest = rest[(close + 1)...]
        }
        return text + (try string(rest))
    }

    private func scalar(_ name: String) throws(SpreadsheetFault) -> Unicode.Scalar {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1))
            guard name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) else {
                throw .notXML(part: part)
            }
            return scalar
        }
    }

    private func string(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetFault) -> String {
        guard let string = String(validating: bytes, as: UTF8.self) else { throw .notXML(part: part) }
        return string
    }

    private mutating func skipSpaces() {
        while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
    }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func skip(past text: StaticString) throws(SpreadsheetFault) {
        while position < bytes.count, !starts(text) { position += 1 }
        guard position < bytes.count else { throw .notXML(part: part) }
        position += text.utf8CodeUnitCount
    }
}

extension [UInt8] {
    /// The place of the character, or the end.
    fileprivate func firstIndex(of character: Character, from place: Int) -> Int {
        self[place...].firstIndex(of: character.asciiValue ?? 0) ?? count
    }
}
