/// One row of a file with its place in it.
package struct CSVRow: Hashable, Sendable {
    /// Counted from 1, the header included, empty lines left out.
    package let number: Int
    /// The line on which the row begins, from 1; rows with line breaks in cells span several.
    package let line: Int
    package let cells: [String]

    package init(number: Int, line: Int, cells: [String]) {
        self.number = number
        self.line = line
        self.cells = cells
    }
}

/// How much a reader takes before it refuses; a file from outside must not fill the memory.
package struct CSVLimits: Hashable, Sendable {
    package let rows: Int
    /// Cells in one row.
    package let cells: Int
    package let cellBytes: Int

    package init(rows: Int = 1_000_000, cells: Int = 512, cellBytes: Int = 1 << 20) {
        self.rows = rows
        self.cells = cells
        self.cellBytes = cellBytes
    }
}

/// The place and the rule at which a file stopped being comma-separated rows.
package struct CSVFault: Error, Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
        case notUTF8
        case nullByte
        case quoteInBareCell
        case quoteNotClosed
        case textAfterQuote
        case carriageReturnAlone
        case cellTooLong(limit: Int)
        case tooManyCells(limit: Int)
        case tooManyRows(limit: Int)
        /// The header lacks a column the reader needs.
        case columnMissing(name: String)
        case columnTwice(name: String)
        case wrongCellCount(expected: Int, found: Int)
    }

    package let row: Int
    package let line: Int
    /// The cell's number in its row, from 1.
    package let column: Int
    package let rule: Rule

    package init(row: Int, line: Int, column: Int, rule: Rule) {
        self.row = row
        self.line = line
        self.column = column
        self.rule = rule
    }
}
