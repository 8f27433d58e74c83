import CanonicalJSON
import Interchange

/// Writes rows in one of the formats of the open data, piece by piece: what was taken is not kept.
///
/// A cell stays text in every format: csv puts a mark before what a spreadsheet would run, a workbook says that it is
/// text. Json leaves out what is not stated.
protocol DataTableWriter: Sendable {
    /// Adds a row of as many cells as there are columns.
    mutating func append(_ cells: [String?]) throws
    /// Returns what was written since it was asked last.
    mutating func take() -> [UInt8]
    /// Ends the file and returns what was not taken yet.
    mutating func finish() -> [UInt8]
}

extension DataFormat {
    /// Begins a file.
    ///
    /// - Parameters:
    ///   - sheet: the name of a workbook's sheet.
    ///   - columns: the names of the columns: the first row, or the members of every object.
    /// - Returns: what the rows are given to.
    func writer(sheet: String, columns: [String]) -> any DataTableWriter {
        switch self {
        case .csv: CSVTableWriter(columns: columns)
        case .xlsx: WorkbookTableWriter(sheet: sheet, columns: columns)
        case .json: ObjectListWriter(columns: columns)
        }
    }
}

private struct CSVTableWriter: DataTableWriter {
    private var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)

    init(columns: [String]) { writer.append(columns) }

    mutating func append(_ cells: [String?]) { writer.append(cells.map { $0 ?? "" }) }
    mutating func take() -> [UInt8] { writer.take() }
    mutating func finish() -> [UInt8] { writer.take() }
}

private struct WorkbookTableWriter: DataTableWriter {
    private var stream: WorkbookStream

    init(sheet: String, columns: [String]) {
        stream = WorkbookStream(sheet: sheet)
        stream.append(columns)
    }

    mutating func append(_ cells: [String?]) { stream.append(cells.map { $0 ?? "" }) }
    mutating func take() -> [UInt8] { stream.take() }
    mutating func finish() -> [UInt8] { stream.finish() }
}

private struct ObjectListWriter: DataTableWriter {
    private let columns: [String]
    private var list = JSONListText(before: "[", after: "]\n")

    init(columns: [String]) { self.columns = columns }

    mutating func append(_ cells: [String?]) throws {
        let stated = zip(columns, cells).compactMap { column, cell in cell.map { (column, $0) } }
        list.append(try CanonicalEncoder().encode(Dictionary(stated) { first, _ in first }))
    }

    mutating func take() -> [UInt8] { list.take() }
    mutating func finish() -> [UInt8] { list.finish() }
}

/// A list of values in JSON, written piece by piece.
struct JSONListText: Sendable {
    private var bytes: [UInt8]
    private let after: String
    private var isEmpty = true

    /// Begins the list with what stands before its first and after its last value.
    init(before: String, after: String) {
        bytes = Array(before.utf8)
        self.after = after
    }

    mutating func append(_ value: [UInt8]) {
        if !isEmpty { bytes += [UInt8(ascii: ","), UInt8(ascii: "\n")] }
        isEmpty = false
        bytes += value
    }

    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func finish() -> [UInt8] { bytes + Array(after.utf8) }
}
