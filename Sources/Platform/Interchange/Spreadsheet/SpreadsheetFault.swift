/// Why a file is not a spreadsheet this reader takes.
package enum SpreadsheetFault: Error, Hashable, Sendable {
    /// Not an archive as spreadsheets are, or a damaged one.
    case damaged(part: String)
    case encrypted
    /// Compressed otherwise than by deflate, or split, or larger than 4 GB.
    case unsupported(part: String)
    case tooManyParts(limit: Int)
    /// Unpacked it would be larger than this.
    case tooLarge(limit: Int)
    /// The part is not well-formed, not UTF-8, or declares a document type, which spreadsheets do not.
    case notXML(part: String)
    case noSheet
    case tooManyRows(limit: Int)
    case tooManyCells(limit: Int)
    /// None of the first rows has all the columns; names the first one missing from the best of them.
    case columnMissing(name: String)
    case columnTwice(name: String)
}

/// How much a spreadsheet may hold; a file from outside must not fill the memory.
package struct SpreadsheetLimits: Hashable, Sendable {
    package let parts: Int
    /// Of all parts that are read, unpacked.
    package let bytes: Int
    package let rows: Int
    /// Cells in one row.
    package let cells: Int
    /// Cells in all, those that a row leaves out before its last one included.
    package let allCells: Int

    package init(
        parts: Int = 2_000,
        bytes: Int = 48 << 20,
        rows: Int = 100_000,
        cells: Int = 512,
        allCells: Int = 2_000_000
    ) {
        self.parts = parts
        self.bytes = bytes
        self.rows = rows
        self.cells = cells
        self.allCells = allCells
    }
}
