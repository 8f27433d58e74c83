/// Rows under a header, from csv or the first sheet of a workbook; cells are asked for by their column's name.
///
/// In a workbook rows above the header (a title, a note) are passed over, and spaces in headings do not count.
package struct ListTable {
    /// One row below the header.
    package struct Record: Sendable {
        /// The row's number: in csv as `CSVRow` counts, in a workbook as the sheet shows it.
        package let number: Int
        package let cells: [String]
        private let places: [String: Int]

        fileprivate init(number: Int, cells: [String], places: [String: Int]) {
            self.number = number
            self.cells = cells
            self.places = places
        }

        /// The cell under the column, or `nil` if the file has no such column.
        package subscript(column: String) -> String? {
            places[column].map { cells.indices.contains($0) ? cells[$0] : "" }
        }
    }

    private enum Source {
        case commaSeparated(CSVTable<[UInt8]>)
        case sheet(ArraySlice<Spreadsheet.Row>, places: [String: Int])
    }

    private var source: Source
    /// The rows of a workbook above its header.
    package let above: [[String]]

    /// Reads up to the header.
    ///
    /// - Throws: `CSVFault` or `SpreadsheetFault`, for a file that has not the columns or is none.
    package init(_ bytes: [UInt8], needs columns: [String]) throws {
        guard Spreadsheet.isArchive(bytes) else {
            let table = try CSVTable(bytes, needs: columns)
            (source, above) = (.commaSeparated(table), [])
            return
        }
        let rows = try Spreadsheet(bytes).rows
        var nearest: (found: Int, missing: String) = (-1, columns.first ?? "")
        for (index, row) in rows.prefix(deepestHeader).enumerated() {
            let names = row.cells.map { String($0.filter { !$0.isWhitespace }) }
            let missing = columns.filter { !names.contains($0) }
            guard let first = missing.first else {
                source = .sheet(rows.dropFirst(index + 1), places: try ListTable.places(names))
                above = rows.prefix(index).map(\.cells)
                return
            }
            let found = columns.count - missing.count
            if found > nearest.found { nearest = (found, first) }
        }
        throw SpreadsheetFault.columnMissing(name: nearest.missing)
    }

    /// Returns the headings of a workbook whose columns are not known yet: the fullest of its first rows.
    ///
    /// - Throws: `SpreadsheetFault` for bytes that are no workbook.
    package static func headings(ofWorkbook bytes: [UInt8]) throws -> [String] {
        let rows = try Spreadsheet(bytes).rows.prefix(deepestHeader).map { row in
            row.cells.map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
        }
        let widest = rows.map(\.count).max() ?? 0
        return rows.first { $0.count == widest } ?? []
    }

    /// Returns the next record, or `nil` at the end.
    ///
    /// - Throws: `CSVFault`.
    package mutating func next() throws -> Record? {
        switch source {
        case .commaSeparated(var table):
            defer { source = .commaSeparated(table) }
            return try table.next().map { record in
                Record(number: record.row.number, cells: record.row.cells, places: table.columnPlaces)
            }
        case .sheet(var rows, let places):
            defer { source = .sheet(rows, places: places) }
            return rows.popFirst().map { Record(number: $0.number, cells: $0.cells, places: places) }
        }
    }

    private static func places(_ names: [String]) throws(SpreadsheetFault) -> [String: Int] {
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty {
            guard places.updateValue(index, forKey: name) == nil else { throw .columnTwice(name: name) }
        }
        return places
    }
}
