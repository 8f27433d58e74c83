import CQREncode

/// A QR code of medium error correction, as the modules it consists of.
package struct QRCode: Hashable, Sendable {
    /// Modules in a row, without the quiet zone.
    package let side: Int
    private let dark: [Bool]

    package init(_ payload: String) throws(DocumentError) {
        let bytes = Array(payload.utf8)
        guard !bytes.isEmpty else { throw .emptyCode }
        // 2331 bytes is what the largest code holds at this level.
        guard bytes.count <= 2331, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw .codeTooLong(bytes: bytes.count)
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        guard let modules = code.pointee.data else { throw .codeTooLong(bytes: bytes.count) }
        dark = (0..<(side * side)).map { modules[$0] & 1 == 1 }
    }

    package func isDark(row: Int, column: Int) -> Bool { dark[row * side + column] }

    /// The dark modules as the outline of an SVG path, within a square of `size` that has the quiet zone.
    package var outline: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, isDark(row: row, column: column) { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        return path
    }

    /// Modules in a row, with the quiet zone of four.
    package var size: Int { side + 8 }

    /// Returns an SVG picture for pages, with the quiet zone; `title` is what a screen reader says.
    package func svg(title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(size) \(size)" \
        shape-rendering="crispEdges"><title>\(QRCode.escaped(title))</title>\
        <path fill="#fff" d="M0 0h\(size)v\(size)H0z"/><path d="\(outline)"/></svg>
        """
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
