import Interchange
import TestSupport
import Testing

@Suite("Spreadsheets")
struct SpreadsheetTests {
    @Test("the first visible sheet is read as text, days as days, rows under the number the sheet shows")
    func sheet() throws {
        let rows = try Spreadsheet(Workbooks.file(Workbooks.officers)).rows
        #expect(rows.map(\.number) == [1, 3, 4, 5, 7])
        #expect(rows[0].cells.first == "附件3 执法人员资格清单")
        #expect(rows[1].cells[4] == "执法证件\n名称")
        #expect(
            rows[2].cells == [
                "1", "张三", "广安市广安区教育局", "科员", "行政执法证", "23160001", "行政许可、处罚", "511602", "省政府", "2026-05-01",
                "2031-04-30", "", "80", "85", "90", "2026-04-20",
            ]
        )
        #expect(rows[3].cells[1] == "李四 & <王>")
    }

    @Test("what Excel may write otherwise: prefixes, rich and inline text, days from 1904, cells without references")
    func unusual() throws {
        let rows = try Spreadsheet(Workbooks.file(Workbooks.unusual)).rows
        #expect(rows.map(\.number) == [1, 5])
        #expect(rows[0].cells == ["广安 ", "甲乙丙<", "是"])
        #expect(rows[1].cells == ["", "2026-05-01", "1.5", "和", "", ""])
    }

    @Test("a list finds its header under the title, spaces in headings do not count, and the rows keep their numbers")
    func list() throws {
        var table = try ListTable(Workbooks.file(Workbooks.officers), needs: ["姓名", "执法证件名称"])
        var found: [String] = []
        while let record = try table.next() { found.append("\(record.number) \(record["姓名"] ?? "")") }
        #expect(found == ["4 张三", "5 李四 & <王>", "7 赵六"])
        #expect(throws: SpreadsheetFault.columnMissing(name: "备注")) {
            try ListTable(Workbooks.file(Workbooks.officers), needs: ["姓名", "备注"])
        }
        var plain = try ListTable(Array("a,b\n1,2\n".utf8), needs: ["b"])
        #expect(try plain.next()?["b"] == "2")
    }

    @Test("limits hold while reading, and a size that lies is found")
    func limits() throws {
        let file = Workbooks.file(Workbooks.officers)
        #expect(throws: SpreadsheetFault.tooLarge(limit: 500)) {
            try Spreadsheet(file, limits: SpreadsheetLimits(bytes: 500))
        }
        #expect(throws: SpreadsheetFault.tooManyParts(limit: 3)) {
            try Spreadsheet(file, limits: SpreadsheetLimits(parts: 3))
        }
        #expect(throws: SpreadsheetFault.tooManyRows(limit: 2)) {
            try Spreadsheet(file, limits: SpreadsheetLimits(rows: 2))
        }
        #expect(throws: SpreadsheetFault.tooManyCells(limit: 40)) {
            try Spreadsheet(file, limits: SpreadsheetLimits(allCells: 40))
        }
        #expect(throws: SpreadsheetFault.tooManyCells(limit: 512)) { try Spreadsheet(Workbooks.file(Workbooks.wide)) }
        // The directory says that every part is ten bytes long.
        var lying = file
        for place in file.indices.dropLast(46) where Array(file[place..<place + 4]) == [0x50, 0x4b, 0x01, 0x02] {
            lying.replaceSubrange(place + 24..<place + 28, with: [10, 0, 0, 0])
        }
        #expect(throws: SpreadsheetFault.damaged(part: "xl/workbook.xml")) { try Spreadsheet(lying) }
    }

    @Test("a document type is refused, so that nothing expands")
    func documentType() throws {
        #expect(throws: SpreadsheetFault.notXML(part: "xl/workbook.xml")) {
            try Spreadsheet(Workbooks.file(Workbooks.expanding))
        }
    }

    @Test("no cut and no changed byte does more than refuse the file")
    func damage() throws {
        let file = Workbooks.file(Workbooks.unusual)
        for length in stride(from: 0, to: file.count, by: 7) {
            #expect(throws: SpreadsheetFault.self) { try Spreadsheet(Array(file.prefix(length))) }
        }
        for place in file.indices {
            for bit in [0, 3, 7] {
                var changed = file
                changed[place] ^= 1 << bit
                _ = try? Spreadsheet(changed)
            }
        }
    }
}
