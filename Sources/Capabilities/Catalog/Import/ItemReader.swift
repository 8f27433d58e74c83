import CanonicalJSON
package import Interchange

/// Reads lists of items; every wrong row is reported, none is repaired.
package struct ItemReader {
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case csv
        case json
        case xlsx
    }

    /// A list of the country's size under its header.
    private static let limits = CSVLimits(rows: 1_000_001)

    private let known: ListKnowledge
    /// Who the list is of, where its head says so and no column does (填报单位：…).
    private let unit: String?
    /// Whether a title stands above the header, and perhaps a sum and signatures below the rows.
    private let isForm: Bool
    private var reading: ItemReading
    private var columns: ItemColumns
    private var rowsOfCodes: [String: Int] = [:]
    private var rowsOfNames: [String: Int] = [:]

    private init(_ columns: ItemColumns, _ known: ListKnowledge, above: [[String]] = []) {
        self.columns = columns
        self.known = known
        unit = ListForm.unit(in: above)
        isForm = !above.isEmpty
        reading = ItemReading(rows: [], faults: [], codeColumn: columns.code)
    }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - format: csv with a header; json, an array of objects whose members are named like the columns; or a workbook,
    ///     whose first sheet is read.
    ///   - encoding: what the sender says that csv or json is written in; told from the bytes when `nil`.
    ///   - columns: the mapping; told from the header when `nil`.
    ///   - known: what rows are held against.
    /// - Returns: the good rows and the faults; a file that is no list at all is one fault in row 1.
    package static func read(
        _ bytes: [UInt8],
        format: Format,
        encoding: TextEncoding? = nil,
        columns: ItemColumns? = nil,
        known: ListKnowledge
    ) -> ItemReading {
        guard format != .xlsx else { return readWorkbook(bytes, columns, known) }
        let text = ChineseText(bytes, declared: encoding)
        guard let fault = text.fault else {
            return format == .json
                ? readJSON(text.bytes, columns, known)
                : readCSV(text.bytes, columns, known)
        }
        // The rows before the fault are read, so that everything wrong with them is told at once; the last one is cut.
        let whole = text.bytes.lastIndex(of: UInt8(ascii: "\n")).map { Array(text.bytes[...$0]) }
        var reading =
            if format == .csv, let whole { readCSV(whole, columns, known) } else {
                ItemReading(rows: [], faults: [], codeColumn: (columns ?? .plain).code)
            }
        reading.faults.append(ImportFault(fault, of: text.encoding, isDeclared: encoding != nil))
        return reading
    }

    private static func readWorkbook(
        _ bytes: [UInt8],
        _ columns: ItemColumns?,
        _ known: ListKnowledge
    ) -> ItemReading {
        var missing: ImportFault?
        for columns in columns.map({ [$0] }) ?? ItemColumns.known {
            do {
                var table = try ListTable(bytes, needs: columns.needed)
                var reader = ItemReader(columns, known, above: table.above)
                while let record = try table.next() {
                    reader.take(row: record.number, of: record.cells) { record[$0] }
                }
                return reader.reading
            } catch SpreadsheetFault.columnMissing(let name) {
                missing = missing ?? ImportFault(SpreadsheetFault.columnMissing(name: name))
            } catch let fault as SpreadsheetFault {
                return only(ImportFault(fault))
            } catch let fault as CSVFault {
                return only(ImportFault(fault, header: []))
            } catch {
                return only(ImportFault(row: 1, column: "1", expected: "一份工作簿", found: "\(error)"))
            }
        }
        return missing.map(only) ?? unknown([])
    }

    private static func readCSV(
        _ bytes: [UInt8],
        _ columns: ItemColumns?,
        _ known: ListKnowledge
    ) -> ItemReading {
        do {
            var table = try CSVTable(bytes, needs: columns?.needed ?? [], limits: limits) { header in
                columns.map { $0.needed.allSatisfy(header.contains) } ?? (ItemColumns.matching(header) != nil)
            }
            guard let columns = columns ?? ItemColumns.matching(table.header) else {
                return unknown(table.header)
            }
            var reader = ItemReader(columns, known, above: table.above)
            while true {
                do {
                    guard let record = try table.next() else { return reader.reading }
                    reader.take(row: record.row.number, of: record.row.cells) { record[$0] }
                } catch {
                    reader.reading.faults.append(ImportFault(error, header: table.header))
                    guard error.isRowOnly else { return reader.reading }
                }
            }
        } catch {
            let columns = columns ?? .plain
            let fault = ImportFault(error, header: [])
            return ItemReading(rows: [], faults: [fault], codeColumn: columns.code)
        }
    }

    private static func readJSON(
        _ bytes: [UInt8],
        _ columns: ItemColumns?,
        _ known: ListKnowledge
    ) -> ItemReading {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes.dropByteOrderMark)
        } catch {
            return only(ImportFault(row: 1, column: "1", expected: error.expected, found: "byte \(error.offset)"))
        }
        guard case .array(let elements) = value else {
            return only(ImportFault(row: 1, column: "1", expected: "事项的数组", found: value.kind))
        }
        guard case .object(let first)? = elements.first else {
            return only(
                ImportFault(row: 1, column: "1", expected: "对象", found: elements.first?.kind ?? "空")
            )
        }
        guard let columns = columns ?? ItemColumns.matching(Array(first.keys)) else {
            return unknown(first.keys.sorted())
        }
        var reader = ItemReader(columns, known)
        for (index, element) in elements.enumerated() { reader.take(element, row: index + 1) }
        return reader.reading
    }

    private mutating func take(_ element: JSONValue, row: Int) {
        guard case .object(let members) = element else {
            reading.faults.append(ImportFault(row: row, column: "1", expected: "对象", found: element.kind))
            return
        }
        var texts: [String: String] = [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .string(let text): texts[name] = text
            case .integer(let number): texts[name] = String(number)
            case .null: continue
            case .boolean, .array, .object:
                reading.faults.append(ImportFault(row: row, column: name, expected: "文字", found: value.kind))
                return
            }
        }
        take(row: row) { texts[$0] }
    }

    /// Checks one row of a table; what a form has below its rows is none.
    private mutating func take(row: Int, of cells: [String], cell: @escaping (String) -> String?) {
        guard !isForm || !ListForm.isFoot(cells) else { return }
        guard let unit, let column = columns[.agencyName] else { return take(row: row, cell: cell) }
        take(row: row) { name in cell(name) ?? (name == column ? unit : nil) }
    }

    /// Checks one row; a row with a fault is reported and left out.
    private mutating func take(row: Int, cell: @escaping (String) -> String?) {
        var check = RowCheck(row: row, columns: columns, known: known, cell: cell)
        guard let listing = check.listing() else {
            reading.faults += check.faults
            return
        }
        if let earlier = rowsOfCodes[listing.code] {
            let expected = "清单中不重复的编码"
            let found = "\(listing.code)，与第 \(earlier) 行相同"
            reading.faults.append(ImportFault(row: row, column: columns.code, expected: expected, found: found))
            return
        }
        rowsOfCodes[listing.code] = row
        let title = "\(listing.agency?.name ?? "")\u{0}\(listing.name)"
        if let earlier = rowsOfNames.updateValue(row, forKey: title) {
            let expected = "同一单位中不重复的名称"
            let found = "\(listing.name)，与第 \(earlier) 行相同"
            check.doubts.append(ImportFault(row: row, column: columns.name, expected: expected, found: found))
        }
        reading.rows.append(ReadItem(row: row, listing: listing, doubts: check.doubts))
    }

    private static func unknown(_ header: [String]) -> ItemReading {
        let expected = ItemColumns.known.map { $0.needed.joined(separator: "、") }.joined(separator: "，或者")
        return only(
            ImportFault(row: 1, column: "1", expected: "表头有\(expected)", found: header.joined(separator: ", "))
        )
    }

    private static func only(_ fault: ImportFault) -> ItemReading {
        ItemReading(rows: [], faults: [fault], codeColumn: ItemColumns.plain.code)
    }
}

extension [UInt8] {
    fileprivate var dropByteOrderMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}

extension JSONValue {
    fileprivate var kind: String {
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
