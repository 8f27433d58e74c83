import Interchange

extension OfficialListKind {
    /// Reads a file with a header of the column names: csv in UTF-8 or GB18030, or the first sheet of a workbook.
    ///
    /// Rows in which every cell is empty are passed over; what is wrong with the rows themselves says `faults(of:)`.
    ///
    /// - Returns: the rows in the order of the file, and why the file could not be read to its end.
    package func read(_ bytes: [UInt8]) -> (rows: [OfficialListRow], faults: [ImportFault]) {
        var text = bytes
        if !Spreadsheet.isArchive(bytes) {
            let read = ChineseText(bytes)
            if let fault = read.fault { return ([], [ImportFault(fault, of: read.encoding, isDeclared: false)]) }
            text = read.bytes
        }
        do {
            var table = try ListTable(text, needs: columns.map(\.name))
            var rows: [OfficialListRow] = []
            while let record = try table.next() {
                let row = columns.map { column in
                    (record[column.name] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
            }
            return (rows, [])
        } catch let fault as SpreadsheetFault {
            return ([], [ImportFault(fault)])
        } catch let fault as CSVFault {
            return ([], [ImportFault(fault, header: columns.map(\.name))])
        } catch {
            return ([], [ImportFault(row: 1, column: "1", expected: "清单文件", found: "\(error)")])
        }
    }

    /// The list as a table for spreadsheets.
    package func csv(_ rows: [OfficialListRow]) -> [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(columns.map(\.name))
        for row in rows { writer.append(whole(row)) }
        return writer.take()
    }

    package func workbook(_ rows: [OfficialListRow], mark: String? = nil) -> [UInt8] {
        var writer = WorkbookWriter(sheet: chinese, mark: mark)
        writer.append(columns.map(\.name))
        for row in rows { writer.append(whole(row)) }
        return writer.bytes
    }
}
