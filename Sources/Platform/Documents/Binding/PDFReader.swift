/// Reads the values of a PDF file one after the other.
struct PDFReader {
    private let bytes: [UInt8]
    private(set) var position: Int

    /// Deeper ones are none of the press.
    private static let deepest = 32

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func take(_ word: String) -> Bool {
        skip()
        guard position < bytes.count, bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    mutating func number() -> Int? {
        skip()
        let digits = bytes[position...].prefix { (48...57).contains($0) }
        position += digits.count
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// The bytes after the keyword `stream` and its line end.
    mutating func stream(of length: Int) -> ArraySlice<UInt8>? {
        guard take("stream") else { return nil }
        if position < bytes.count, bytes[position] == 13 { position += 1 }
        guard position < bytes.count, bytes[position] == 10, length >= 0, length < bytes.count - position else {
            return nil
        }
        position += 1
        defer { position += length }
        return bytes[position..<position + length]
    }

    /// The next value; `nil` where there is none.
    mutating func value(depth: Int = 0) -> PDFValue? {
        skip()
        guard position < bytes.count, depth < PDFReader.deepest else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "("): return literal()
        case UInt8(ascii: "["):
            position += 1
            var values: [PDFValue] = []
            while !take("]") {
                guard let value = value(depth: depth + 1) else { return nil }
                values.append(value)
            }
            return .array(values)
        case UInt8(ascii: "<"):
            return take("<<") ? dictionary(depth) : hexadecimal()
        default: return word()
        }
    }

    private mutating func dictionary(_ depth: Int) -> PDFValue? {
        var entries: [String: PDFValue] = [:]
        while !take(">>") {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "/") else { return nil }
            let key = name()
            guard let value = value(depth: depth + 1) else { return nil }
            entries[key] = value
        }
        return .dictionary(entries)
    }

    private mutating func name() -> String {
        position += 1
        return regular()
    }

    /// A number, a keyword, or a reference: two numbers and an `R`.
    private mutating func word() -> PDFValue? {
        let text = regular()
        guard !text.isEmpty else { return nil }
        let after = position
        if let object = Int(text), number() == 0, take("R") { return .reference(object) }
        position = after
        return .word(text)
    }

    private mutating func regular() -> String {
        let run = bytes[position...].prefix { !PDFReader.ends.contains($0) }
        position += run.count
        return String(decoding: run, as: UTF8.self)
    }

    private mutating func hexadecimal() -> PDFValue? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        defer { position = end + 1 }
        return .string(Array(bytes[position...end]))
    }

    private mutating func literal() -> PDFValue? {
        let start = position
        var open = 0
        while position < bytes.count {
            defer { position += 1 }
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return .string(Array(bytes[start...position])) }
            default: break
            }
        }
        return nil
    }

    /// Passes white space and comments.
    private mutating func skip() {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "%") {
                position = bytes[position...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            } else if PDFReader.spaces.contains(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    private static let spaces: Set<UInt8> = [0, 9, 10, 12, 13, 32]
    private static let ends = spaces.union(Array("()<>[]{}/%".utf8))
}
