import CanonicalJSON
package import Interchange

/// A list of items as a file; its rows are read one at a time, as often as somebody asks for a reader.
package struct ItemList: Sendable {
    /// A list of the country's size under its header.
    private static let limits = CSVLimits(rows: 1_000_001)

    let known: ListKnowledge
    /// What is wrong with the file as text, told after the rows before it.
    let encodingFault: ImportFault?
    let format: ItemReader.Format
    /// Csv and json in UTF-8; a workbook as it is.
    private let bytes: [UInt8]
    private let columns: ItemColumns?

    /// Takes a file.
    ///
    /// - Parameters:
    ///   - file: its bytes.
    ///   - format: csv with a header; json, an array of objects whose members are named like the columns; or a workbook,
    ///     whose first sheet is read.
    ///   - encoding: what the sender says that csv or json is written in; told from the bytes when `nil`.
    ///   - columns: the mapping; told from the header when `nil`.
    ///   - known: what rows are held against.
    package init(
        _ file: [UInt8],
        format: ItemReader.Format,
        encoding: TextEncoding? = nil,
        columns: ItemColumns? = nil,
        known: ListKnowledge
    ) {
        self.format = format
        self.columns = columns
        self.known = known
        guard format != .xlsx else {
            (bytes, encodingFault) = (file, nil)
            return
        }
        let text = ChineseText(file, declared: encoding)
        encodingFault = text.fault.map { ImportFault($0, of: text.encoding, isDeclared: encoding != nil) }
        guard text.fault != nil else {
            bytes = text.bytes
            return
        }
        // The rows before the fault are read, so that everything wrong with them is told at once; the last one is cut.
        let end = text.bytes.lastIndex(of: UInt8(ascii: "\n"))
        bytes = format == .csv ? Array(text.bytes[..<(end.map { $0 + 1 } ?? 0)]) : []
    }

    /// Begins to read at the first row.
    package func reader() -> ItemReader { ItemReader(self) }

    /// Reads the whole list into memory.
    package func read() -> ItemReading {
        var reader = reader()
        var rows: [ReadItem] = []
        while let row = reader.next() { rows.append(row) }
        return ItemReading(rows: rows, faults: reader.faults, codeColumn: reader.columns.code)
    }

    /// Finds the header.
    ///
    /// - Throws: `NoList`.
    func open() throws(NoList) -> ItemRows {
        switch format {
        case .csv: try openCSV()
        case .json: try openJSON()
        case .xlsx: try openWorkbook()
        }
    }

    private func openCSV() throws(NoList) -> ItemRows {
        // What holds nothing that could be read says no more than that.
        guard encodingFault == nil || !bytes.isEmpty else { throw NoList(nil) }
        let table: CSVTable<[UInt8]>
        do {
            table = try CSVTable(bytes, needs: columns?.needed ?? [], limits: ItemList.limits) { header in
                columns.map { $0.needed.allSatisfy(header.contains) } ?? (ItemColumns.matching(header) != nil)
            }
        } catch {
            throw NoList(ImportFault(error, header: []), columns)
        }
        guard let columns = columns ?? ItemColumns.matching(table.header) else { throw .unknown(table.header) }
        return ItemRows(columns, above: table.above, .commaSeparated(table))
    }

    private func openWorkbook() throws(NoList) -> ItemRows {
        var missing: ImportFault?
        for columns in columns.map({ [$0] }) ?? ItemColumns.known {
            do {
                let table = try ListTable(bytes, needs: columns.needed)
                return ItemRows(columns, above: table.above, .sheet(table))
            } catch SpreadsheetFault.columnMissing(let name) {
                missing = missing ?? ImportFault(SpreadsheetFault.columnMissing(name: name))
            } catch let fault as SpreadsheetFault {
                throw NoList(ImportFault(fault))
            } catch let fault as CSVFault {
                throw NoList(ImportFault(fault, header: []))
            } catch {
                throw NoList(ImportFault(row: 1, column: "1", expected: "一份工作簿", found: "\(error)"))
            }
        }
        guard let missing else { throw .unknown([]) }
        throw NoList(missing)
    }

    private func openJSON() throws(NoList) -> ItemRows {
        guard encodingFault == nil else { throw NoList(nil) }
        let value: JSONValue
        do {
            let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            value = try JSONValue(parsing: isMarked ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            throw NoList(ImportFault(row: 1, column: "1", expected: error.expected, found: "byte \(error.offset)"))
        }
        guard case .array(let elements) = value else {
            throw NoList(ImportFault(row: 1, column: "1", expected: "事项的数组", found: value.kind))
        }
        guard case .object(let first)? = elements.first else {
            throw NoList(ImportFault(row: 1, column: "1", expected: "对象", found: elements.first?.kind ?? "空"))
        }
        guard let columns = columns ?? ItemColumns.matching(Array(first.keys)) else {
            throw .unknown(first.keys.sorted())
        }
        return ItemRows(columns, above: [], .elements(elements[...]))
    }
}

/// A file that is no list of items, and why, where that is not said elsewhere.
struct NoList: Error {
    let fault: ImportFault?
    let columns: ItemColumns

    init(_ fault: ImportFault?, _ columns: ItemColumns? = nil) {
        self.fault = fault
        self.columns = columns ?? .plain
    }

    static func unknown(_ header: [String]) -> NoList {
        let expected = ItemColumns.known.map { $0.needed.joined(separator: "、") }.joined(separator: "，或者")
        let found = header.joined(separator: ", ")
        return NoList(ImportFault(row: 1, column: "1", expected: "表头有\(expected)", found: found))
    }
}

extension JSONValue {
    var kind: String {
        switch self {
        case .null: "空值"
        case .boolean: "真假值"
        case .integer: "数字"
        case .string: "文字"
        case .array: "数组"
        case .object: "对象"
        }
    }
}
