extension Array {
    /// Returns the rows of a list that do something, as a bulk run takes them, each under its number in the file.
    package func bulkRows<Change>(_ target: (Change) -> BulkRow.Target) -> [BulkRow] where Element == ListLine<Change> {
        compactMap { line in line.row.change.map { BulkRow(line.number, line.name, target($0)) } }
    }
}

extension ListRow {
    /// What the row will do; `nil` for a row that does nothing.
    package var change: Change? {
        switch self {
        case .new(let change), .changed(let change, _): change
        case .unchanged, .refused: nil
        }
    }
}
