/// One value of a PDF file: what a file is made of, apart from the bytes of its streams.
indirect enum PDFValue: Hashable, Sendable {
    /// Without the slash.
    case name(String)
    /// A number or a keyword, as it stands.
    case word(String)
    /// Brackets and all, as it stands.
    case string([UInt8])
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case reference(Int)

    subscript(key: String) -> PDFValue? {
        if case .dictionary(let entries) = self { entries[key] } else { nil }
    }

    var number: Int? {
        if case .word(let text) = self { Int(text) } else { nil }
    }

    var elements: [PDFValue] {
        if case .array(let values) = self { values } else { [] }
    }

    /// The objects that it names.
    var references: [Int] {
        switch self {
        case .name, .word, .string: []
        case .array(let values): values.flatMap(\.references)
        case .dictionary(let entries): entries.sorted { $0.key < $1.key }.flatMap(\.value.references)
        case .reference(let number): [number]
        }
    }

    /// Returns the value with every reference led to another object.
    func referring(_ change: (Int) -> Int) -> PDFValue {
        switch self {
        case .name, .word, .string: self
        case .array(let values): .array(values.map { $0.referring(change) })
        case .dictionary(let entries): .dictionary(entries.mapValues { $0.referring(change) })
        case .reference(let number): .reference(change(number))
        }
    }

    /// The value as it is written; the keys of a dictionary in order, so that the same value has the same bytes.
    var bytes: [UInt8] {
        switch self {
        case .name(let name): Array("/\(name)".utf8)
        case .word(let text): Array(text.utf8)
        case .string(let bytes): bytes
        case .array(let values): Array("[".utf8) + values.map(\.bytes).joined(separator: [32]) + Array("]".utf8)
        case .dictionary(let entries):
            Array("<<".utf8)
                + entries.sorted { $0.key < $1.key }.flatMap { Array(" /\($0.key) ".utf8) + $0.value.bytes }
                + Array(" >>".utf8)
        case .reference(let number): Array("\(number) 0 R".utf8)
        }
    }

    /// A text in UTF-16 with its mark, in hexadecimal: nothing in it needs escaping.
    static func text(_ text: String) -> PDFValue { .string(Array("<\(hex(text))>".utf8)) }

    static func hex(_ text: String) -> String {
        let units: [UInt16] = [0xFEFF] + Array(text.utf16)
        return units.map { unit -> String in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

/// An object of a PDF file.
struct PDFObject: Sendable {
    var value: PDFValue
    /// As stored; `nil` for an object that is no stream.
    var stream: ArraySlice<UInt8>?

    init(_ value: PDFValue, stream: ArraySlice<UInt8>? = nil) {
        self.value = value
        self.stream = stream
    }
}
