internal import Database

/// A statement as one connection has prepared it.
final class PostgresStatement {
    /// How many rows one statement inserts at most; a power of two, so that a table needs few statements for any number.
    private static let greatestRows = 32

    /// Its name on the server.
    let name: String
    let text: String
    /// How many parameters it takes.
    let parameterCount: Int
    /// Known from the first answer on: preparing again is the only way they change.
    var columns: Columns?
    /// The placeholders of the row it inserts, where that is all it does.
    private let row: Substring?

    init(name: String, text: String) {
        self.name = name
        self.text = text
        parameterCount = text.utf8.count { $0 == UInt8(ascii: "?") }
        row = Self.row(of: text)
    }

    /// Returns how many of `count` equal statements are best run as one.
    func rows(atOnce count: Int) -> Int {
        guard row != nil else { return 1 }
        let rows = min(count, Self.greatestRows)
        return 1 << (Int.bitWidth - 1 - rows.leadingZeroBitCount)
    }

    /// Returns the text that inserts as many rows.
    func inserting(_ rows: Int) -> String {
        guard let row else { return text }
        return text + String(repeating: ", \(row)", count: rows - 1)
    }

    /// Returns `(?, ?)` of `INSERT INTO … VALUES (?, ?)` that ends there; the server takes many such rows at the cost of
    /// one statement.
    private static func row(of text: String) -> Substring? {
        guard text.hasPrefix("INSERT INTO "), let open = text.lastIndex(of: "(") else { return nil }
        let row = text[open...]
        let isRow = row.last == ")" && row.dropFirst().dropLast().allSatisfy { "?, \n".contains($0) }
        return isRow && text[..<open].split(whereSeparator: \.isWhitespace).last == "VALUES" ? row : nil
    }

    /// Returns the text with `$1…` for each `?`, which has no other use in a statement.
    static func render(_ text: String) -> String {
        var rendered = ""
        rendered.reserveCapacity(text.utf8.count + 16)
        for (index, part) in text.split(separator: "?", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { rendered += "$\(index)" }
            rendered += part
        }
        return rendered
    }
}
