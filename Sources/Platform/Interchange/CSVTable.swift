/// Rows under a header, read one at a time; cells are asked for by their column's name.
package struct CSVTable<Bytes: Sequence<UInt8>> {
    /// One row below the header.
    package struct Record: Sendable {
        package let row: CSVRow
        fileprivate let places: [String: Int]

        /// The cell under the column, or `nil` if the file has no such column.
        package subscript(column: String) -> String? { places[column].map { row.cells[$0] } }

        /// The column's number from 1, for naming the place of a fault.
        package func number(of column: String) -> Int? { places[column].map { $0 + 1 } }
    }

    package let header: [String]
    /// The rows above the header: a title, a note.
    package let above: [[String]]
    private var reader: CSVReader<Bytes>
    private let places: [String: Int]

    /// The columns' places in a row, from 0.
    var columnPlaces: [String: Int] { places }

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - columns: the names the caller will ask for, in any order; further columns are allowed.
    ///   - limits: how much is taken before reading is refused.
    /// - Throws: `CSVFault`, for an empty file `columnMissing` in row 1.
    package init(_ bytes: Bytes, needs columns: [String], limits: CSVLimits = CSVLimits()) throws(CSVFault) {
        try self.init(bytes, needs: columns, limits: limits) { _ in true }
    }

    /// Reads the header, which may stand some rows down.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - columns: the names the caller will ask for.
    ///   - limits: how much is taken before reading is refused.
    ///   - isHeader: whether a row is the header; where none of the first rows is, the first row counts as it.
    /// - Throws: `CSVFault`, for an empty file `columnMissing` in row 1.
    package init(
        _ bytes: Bytes,
        needs columns: [String],
        limits: CSVLimits = CSVLimits(),
        isHeader: ([String]) -> Bool
    ) throws(CSVFault) {
        reader = CSVReader(bytes, limits: limits)
        let first = try reader.next() ?? CSVRow(number: 1, line: 1, cells: [])
        var (row, passed) = (first, [[String]]())
        var ahead = reader
        while !isHeader(row.cells), passed.count < deepestHeader, let next = try ahead.next() {
            passed.append(row.cells)
            row = next
        }
        if isHeader(row.cells) {
            (reader, above) = (ahead, passed)
        } else {
            (row, above) = (first, [])
        }
        var places: [String: Int] = [:]
        for (index, name) in row.cells.enumerated() {
            guard places.updateValue(index, forKey: name) == nil else {
                throw CSVFault(row: row.number, line: row.line, column: index + 1, rule: .columnTwice(name: name))
            }
        }
        for name in columns where places[name] == nil {
            let column = row.cells.count + 1
            throw CSVFault(row: row.number, line: row.line, column: column, rule: .columnMissing(name: name))
        }
        header = row.cells
        self.places = places
    }

    /// Returns the first rows as they stand, whichever of them is the header; up to the first that cannot be read.
    package static func firstRows(_ bytes: Bytes) -> [[String]] {
        var (reader, rows) = (CSVReader(bytes), [[String]]())
        while rows.count < deepestHeader, let row = try? reader.next() { rows.append(row.cells) }
        return rows
    }

    /// Returns the next record, or `nil` at the end.
    ///
    /// - Throws: `CSVFault`; after `wrongCellCount` the next row can still be read, after the others it cannot.
    package mutating func next() throws(CSVFault) -> Record? {
        guard let row = try reader.next() else { return nil }
        guard row.cells.count == header.count else {
            throw CSVFault(
                row: row.number,
                line: row.line,
                column: min(row.cells.count, header.count) + 1,
                rule: .wrongCellCount(expected: header.count, found: row.cells.count)
            )
        }
        return Record(row: row, places: places)
    }
}

/// How far down a file the header is looked for.
let deepestHeader = 20
