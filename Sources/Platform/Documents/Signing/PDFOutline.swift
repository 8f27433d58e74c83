import Foundation

/// Where the parts of a PDF file of our own press lie, as far as adding to it needs them.
///
/// The press writes classic tables and plain dictionaries; a file that is built otherwise is refused, never guessed at.
struct PDFOutline {
    /// The number that the next object gets.
    let size: Int
    let root: Int
    let info: Int?
    /// Where the table lies.
    let table: Int
    let firstPage: Int
    private let offsets: [Int: Int]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws(DocumentError) {
        self.bytes = bytes
        let end = String(decoding: bytes.suffix(64), as: UTF8.self)
        guard let start = end.range(of: "startxref")?.upperBound, let table = PDFOutline.number(in: end[start...]),
            bytes.indices.contains(table)
        else { throw .notSignable("no table at its end") }
        var reading = PDFText(bytes, from: table)
        guard reading.take("xref"), reading.number() == 0, let count = reading.number() else {
            throw .notSignable("no classic table")
        }
        var offsets: [Int: Int] = [:]
        for number in 0..<count {
            guard let offset = reading.number(), reading.number() != nil else { throw .notSignable("a broken table") }
            if reading.take("n") {
                offsets[number] = offset
            } else if !reading.take("f") {
                throw .notSignable("a broken table")
            }
        }
        guard reading.take("trailer") else { throw .notSignable("no trailer after its table") }
        let trailer = String(decoding: bytes[reading.position...], as: UTF8.self)
        guard !trailer.contains("/Prev"), !trailer.contains("/Encrypt"),
            let size = PDFOutline.value("/Size", in: trailer),
            let root = PDFOutline.value("/Root", in: trailer)
        else { throw .notSignable("a trailer that is not of the press") }
        self.table = table
        self.size = size
        self.root = root
        self.offsets = offsets
        info = PDFOutline.value("/Info", in: trailer)
        guard let pages = PDFOutline.value("/Pages", in: try PDFOutline.body(of: root, offsets, bytes)),
            let first = PDFOutline.value("/Kids [", in: try PDFOutline.body(of: pages, offsets, bytes))
        else { throw .notSignable("no pages") }
        firstPage = first
    }

    /// Returns the dictionary of an object with one more entry.
    func adding(_ entry: String, to number: Int, unless key: String) throws(DocumentError) -> String {
        let body = try PDFOutline.body(of: number, offsets, bytes)
        guard !body.contains(key), let end = body.range(of: ">>", options: .backwards) else {
            throw .notSignable("an object \(number) that has \(key) already")
        }
        return body[..<end.lowerBound] + "\n\(entry)\n>>"
    }

    /// The text between `obj` and `endobj`.
    private static func body(
        of number: Int,
        _ offsets: [Int: Int],
        _ bytes: [UInt8]
    ) throws(DocumentError) -> String {
        guard let offset = offsets[number], bytes.indices.contains(offset),
            let start = bytes.place(of: "\(number) 0 obj", from: offset),
            let end = bytes.place(of: "endobj", from: start)
        else { throw .notSignable("no object \(number)") }
        return String(decoding: bytes[start..<end - 6], as: UTF8.self)
    }

    private static func value(_ key: String, in text: String) -> Int? {
        text.range(of: key).flatMap { number(in: text[$0.upperBound...]) }
    }

    private static func number(in text: Substring) -> Int? {
        Int(text.drop { $0.isWhitespace }.prefix { $0.isASCII && $0.isNumber })
    }
}

/// Reads words and numbers one after the other.
private struct PDFText {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func take(_ word: String) -> Bool {
        skip()
        guard bytes[position...].starts(with: Array(word.utf8)) else { return false }
        position += word.utf8.count
        return true
    }

    mutating func number() -> Int? {
        skip()
        let digits = bytes[position...].prefix { (48...57).contains($0) }
        position += digits.count
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func skip() {
        while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
    }
}

extension [UInt8] {
    /// Returns the place right after the first occurrence of a word at or after `start`.
    func place(of word: String, from start: Int) -> Int? {
        let wanted = Array(word.utf8)
        guard start <= count, let first = wanted.first else { return nil }
        var position = start
        while let found = self[position...].firstIndex(of: first) {
            if self[found...].starts(with: wanted) { return found + wanted.count }
            position = found + 1
        }
        return nil
    }
}
