import Foundation

/// A file of our own press, opened so that its pages can go into another.
///
/// Classic tables with what was added behind them are read; a file that is built otherwise is refused, never guessed at.
struct PDFSource {
    struct Page {
        let box: PDFValue
        let content: PDFObject
        let resources: PDFValue
        let group: PDFValue?
    }

    let pages: [Page]
    private let bytes: [UInt8]
    private let places: [Int: Int]

    private static let mostRevisions = 16
    private static let mostPages = 2_000

    init(_ bytes: [UInt8]) throws(DocumentError) {
        self.bytes = bytes
        let end = String(decoding: bytes.suffix(64), as: UTF8.self)
        guard let start = end.range(of: "startxref")?.upperBound,
            let last = Int(end[start...].drop { $0.isWhitespace }.prefix { $0.isNumber })
        else { throw .notBindable("no table at its end") }
        var (places, root, next): ([Int: Int], Int?, Int?) = ([:], nil, last)
        for _ in 0..<PDFSource.mostRevisions {
            guard let table = next else { break }
            let trailer = try PDFSource.read(table, of: bytes, into: &places)
            guard trailer["Encrypt"] == nil else { throw .notBindable("it is encrypted") }
            if root == nil, case .reference(let number)? = trailer["Root"] { root = number }
            next = trailer["Prev"]?.number
        }
        guard next == nil, let root else { throw .notBindable("no root") }
        self.places = places
        pages = try PDFSource.pages(of: root, bytes, places)
    }

    /// Returns an object with its stream.
    func object(_ number: Int) throws(DocumentError) -> PDFObject {
        try PDFSource.object(number, bytes, places)
    }

    /// Reads one table; what a newer table told already stays.
    private static func read(
        _ table: Int,
        of bytes: [UInt8],
        into places: inout [Int: Int]
    ) throws(DocumentError) -> PDFValue {
        guard bytes.indices.contains(table) else { throw .notBindable("no table") }
        var reader = PDFReader(bytes, from: table)
        guard reader.take("xref") else { throw .notBindable("no classic table") }
        while !reader.take("trailer") {
            guard let first = reader.number(), let count = reader.number(), count <= bytes.count / 20 + 1 else {
                throw .notBindable("a broken table")
            }
            for number in first..<first + count {
                guard let place = reader.number(), reader.number() != nil else { throw .notBindable("a broken table") }
                if reader.take("n") {
                    places[number] = places[number] ?? place
                } else if !reader.take("f") {
                    throw .notBindable("a broken table")
                }
            }
        }
        guard let trailer = reader.value() else { throw .notBindable("no trailer") }
        return trailer
    }

    private static func object(
        _ number: Int,
        _ bytes: [UInt8],
        _ places: [Int: Int]
    ) throws(DocumentError) -> PDFObject {
        guard let place = places[number], bytes.indices.contains(place) else {
            throw .notBindable("no object \(number)")
        }
        var reader = PDFReader(bytes, from: place)
        guard reader.number() == number, reader.number() == 0, reader.take("obj"), let value = reader.value() else {
            throw .notBindable("a broken object \(number)")
        }
        if reader.take("endobj") { return PDFObject(value) }
        let length: Int?
        if case .reference(let other)? = value["Length"], other != number {
            length = try object(other, bytes, places).value.number
        } else {
            length = value["Length"]?.number
        }
        guard let length, let stream = reader.stream(of: length) else {
            throw .notBindable("a broken stream \(number)")
        }
        return PDFObject(value, stream: stream)
    }

    private static func pages(
        of root: Int,
        _ bytes: [UInt8],
        _ places: [Int: Int]
    ) throws(DocumentError) -> [Page] {
        guard case .reference(let tree)? = try object(root, bytes, places).value["Pages"] else {
            throw .notBindable("no pages")
        }
        let kids = try object(tree, bytes, places).value["Kids"]?.elements ?? []
        guard !kids.isEmpty, kids.count <= mostPages else { throw .notBindable("\(kids.count) pages") }
        var pages: [Page] = []
        for kid in kids {
            guard case .reference(let number) = kid else { throw .notBindable("no page") }
            let page = try object(number, bytes, places).value
            guard page["Type"] == .name("Page"), let box = page["MediaBox"],
                case .reference(let content)? = page["Contents"], let resources = page["Resources"]
            else { throw .notBindable("a page that is not of the press") }
            pages.append(
                Page(
                    box: box,
                    content: try object(content, bytes, places),
                    resources: resources,
                    group: page["Group"]
                )
            )
        }
        return pages
    }
}
