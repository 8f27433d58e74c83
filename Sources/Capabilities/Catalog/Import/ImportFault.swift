/// Why a row of a list was refused, or what is odd about it: where, what was expected, what was found.
package struct ImportFault: Hashable, Sendable, Codable {
    /// As a spreadsheet counts: the header is row 1; in JSON the first element is row 1.
    package let row: Int
    /// The column's name, or its number when the row has no such column.
    package let column: String
    package let expected: String
    package let found: String

    package init(row: Int, column: String, expected: String, found: String) {
        self.row = row
        self.column = column
        self.expected = expected
        self.found = found.count > 80 ? "\(found.prefix(80))…" : found
    }
}
