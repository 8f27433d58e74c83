/// An element of an XML file with everything in it, and the place it stands at.
package final class MarkupElement {
    package let name: MarkupName
    package let attributes: [(name: MarkupName, value: String)]
    /// From 1.
    package let line: Int
    package let column: Int
    package private(set) var children: [MarkupElement] = []
    /// Its own text, without that of its children.
    package private(set) var text = ""
    /// The bytes of the file that it takes.
    package private(set) var range: Range<Int>
    /// What prefixes stand for inside it.
    private let prefixes: MarkupScope
    /// The prefixes that its own tag binds.
    private let bound: [String]

    private init(_ start: MarkupReader.Start, _ prefixes: MarkupScope) {
        name = start.name
        attributes = start.attributes
        line = start.line
        column = start.column
        range = start.offset..<start.offset
        self.prefixes = prefixes
        bound = start.bindings.map(\.prefix)
    }

    /// The namespaces that prefixes stand for inside it; empty text for names without prefix.
    package var scope: [String: String] { prefixes.all }

    /// Returns the value of the attribute of that name in no namespace.
    package subscript(_ local: String) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace.isEmpty }?.value
    }

    /// More prefixes than any file needs at one place.
    private static let greatestScope = 128

    /// Reads a file whole.
    ///
    /// - Returns: the root element.
    package static func root(of reader: MarkupReader) throws(MarkupFault) -> MarkupElement {
        var open: [MarkupElement] = []
        while let token = try reader.token() {
            switch token {
            case .start(let start):
                let scope = MarkupScope.of(start.bindings, in: open.last?.prefixes)
                guard scope.count <= greatestScope else {
                    throw MarkupFault(
                        line: start.line,
                        column: start.column,
                        .tooManyAttributes(limit: greatestScope)
                    )
                }
                let element = MarkupElement(start, scope)
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
        let nameEnd =
            own.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") } ?? own.endIndex
        var text = Array(own[..<nameEnd])
        text.reserveCapacity(own.count + 128)
        for (prefix, namespace) in taken(by: own).sorted(by: { $0.prefix < $1.prefix }) {
            let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
            text += " \(name)=\"\(XMLText.escape(namespace))\"".utf8
        }
        text += own[nameEnd...]
        return String(decoding: text, as: UTF8.self)
    }

    /// Returns the prefixes from around it that its names, or values that may be names, begin with; always the empty one.
    private func taken(by bytes: ArraySlice<UInt8>) -> [(prefix: String, namespace: String)] {
        var taken: [(prefix: String, namespace: String)] = []
        var known = [bytes.prefix(0)]
        if !bound.contains(""), let namespace = prefixes[""] { taken.append(("", namespace)) }
        var start: Int?
        for place in bytes.indices {
            switch bytes[place] {
            case UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20, 0x09, 0x0a, 0x0d:
                start = place + 1
            case UInt8(ascii: ":"):
                guard let begin = start else { continue }
                start = nil
                let name = bytes[begin..<place]
                guard !known.contains(where: { $0.elementsEqual(name) }) else { continue }
                let prefix = String(decoding: name, as: UTF8.self)
                guard !bound.contains(prefix), let namespace = prefixes[prefix] else { continue }
                known.append(name)
                taken.append((prefix, namespace))
            default: continue
            }
        }
        return taken
    }
}
