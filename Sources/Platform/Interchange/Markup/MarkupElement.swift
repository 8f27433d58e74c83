/// An element of an XML file with everything in it, and the place it stands at.
package final class MarkupElement {
    package let name: MarkupName
    package let attributes: [(name: MarkupName, value: String)]
    /// From 1.
    package let line: Int
    package let column: Int
    /// The namespaces that prefixes stand for inside it; empty text for names without prefix.
    package let scope: [String: String]
    package private(set) var children: [MarkupElement] = []
    /// Its own text, without that of its children.
    package private(set) var text = ""
    /// The bytes of the file that it takes.
    package private(set) var range: Range<Int>
    /// The prefixes that its own tag binds.
    private let bound: Set<String>

    private init(_ start: MarkupReader.Start, scope: [String: String]) {
        name = start.name
        attributes = start.attributes
        line = start.line
        column = start.column
        range = start.offset..<start.offset
        self.scope = scope
        bound = Set(start.bindings.map(\.prefix))
    }

    /// Returns the value of the attribute of that name in no namespace.
    package subscript(_ local: String) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace.isEmpty }?.value
    }

    /// More prefixes than any file needs at one place; each element that binds one holds them all.
    private static let greatestScope = 128

    /// Reads a file whole.
    ///
    /// - Returns: the root element.
    package static func root(of reader: MarkupReader) throws(MarkupFault) -> MarkupElement {
        var open: [MarkupElement] = []
        while let token = try reader.token() {
            switch token {
            case .start(let start):
                var scope = open.last?.scope ?? [:]
                for binding in start.bindings { scope[binding.prefix] = binding.namespace }
                guard scope.count <= greatestScope else {
                    throw MarkupFault(
                        line: start.line,
                        column: start.column,
                        .tooManyAttributes(limit: greatestScope)
                    )
                }
                let element = MarkupElement(start, scope: scope)
                open.last?.children.append(element)
                open.append(element)
            case .text(let text): open.last?.text += text
            case .end(_, let offset):
                guard let element = open.popLast() else { continue }
                element.range = element.range.lowerBound..<offset
                if open.isEmpty { return try remainder(of: reader, root: element) }
            }
        }
        throw MarkupFault(line: 1, column: 1, .truncated)
    }

    /// After the root comes nothing but what XML allows there; a fault in it is one of the file.
    private static func remainder(
        of reader: MarkupReader,
        root: MarkupElement
    ) throws(MarkupFault) -> MarkupElement {
        while try reader.token() != nil {}
        return root
    }

    /// Returns the element as the file writes it, with the namespaces it takes from around it declared in its own tag.
    package func source(in bytes: [UInt8]) -> String {
        let own = bytes[range]
        let nameEnd = own.firstIndex { " \t\r\n/>".utf8.contains($0) } ?? own.endIndex
        let mentioned = MarkupElement.prefixes(in: own)
        let taken = scope.sorted { $0.key < $1.key }.filter { prefix, _ in
            !bound.contains(prefix) && (prefix.isEmpty || mentioned.contains(prefix))
        }
        let declarations = taken.map { prefix, namespace in
            " \(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)")=\"\(XMLText.escape(namespace))\""
        }
        return String(decoding: own[..<nameEnd], as: UTF8.self) + declarations.joined()
            + String(decoding: own[nameEnd...], as: UTF8.self)
    }

    /// Returns what stands before a colon at the beginning of a name, or of a value that may be one.
    private static func prefixes(in bytes: ArraySlice<UInt8>) -> Set<String> {
        var prefixes: Set<String> = []
        var start: Int?
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20, 0x09, 0x0a, 0x0d:
                start = place + 1
            case UInt8(ascii: ":"):
                if let begin = start, begin < place {
                    prefixes.insert(String(decoding: bytes[begin..<place], as: UTF8.self))
                }
                start = nil
            default: continue
            }
        }
        return prefixes
    }
}
