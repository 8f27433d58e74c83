import Testing

@testable import Interchange

@Suite("Workbooks as they are written")
struct WorkbookTests {
    @Test("the checksum is that of zip archives")
    func checksum() { #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926) }

    @Test("a cell is text, whatever it looks like, and reads back as it was")
    func readBack() throws {
        var writer = WorkbookWriter(sheet: "结果")
        let rows = [["文号", "内容"], ["=1+1", "<b>甲&乙</b>"], ["2026-03-02", " 前后有空格 "]]
        for row in rows { writer.append(row) }
        #expect(try Spreadsheet(writer.bytes).rows.map(\.cells) == rows)
    }

    @Test("a workbook taken piece by piece reads as one written at once")
    func pieces() throws {
        var stream = WorkbookStream(sheet: "目录")
        var bytes: [UInt8] = []
        let rows = (1...2_000).map { ["\($0)", "=\($0)+1", "事项<\($0)>&"] }
        for (number, row) in rows.enumerated() {
            stream.append(row)
            if number.isMultiple(of: 300) { bytes += stream.take() }
        }
        bytes += stream.finish()
        #expect(try Spreadsheet(bytes).rows.map(\.cells) == rows)
    }

    @Test("a cell longer than spreadsheets take is cut, and says so")
    func longCell() throws {
        var writer = WorkbookWriter(sheet: "结果")
        writer.append([String(repeating: "字", count: 40_000)])
        let cell = try #require(Spreadsheet(writer.bytes).rows.first?.cells.first)
        #expect(cell.utf16.count == 32_767)
        #expect(cell.hasSuffix("字…"))
    }

    @Test("a mark stands at the foot of the page and in the properties, and the rows stay as they were")
    func mark() throws {
        var writer = WorkbookWriter(sheet: "结果", mark: "导出人：甲&乙<丙>")
        writer.append(["文号", "=1+1"])
        #expect(try Spreadsheet(writer.bytes).rows.map(\.cells) == [["文号", "=1+1"]])
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text.contains("<oddFooter>&amp;L导出人：甲&amp;&amp;乙&lt;丙&gt;&amp;R&amp;P/&amp;N</oddFooter>"))
        #expect(text.contains("<dc:description>导出人：甲&amp;乙&lt;丙&gt;</dc:description>"))
    }

    @Test("what XML cannot hold is left out") func unholdable() {
        #expect(XMLText.escape("甲\u{1}\u{FFFE}乙\n") == "甲乙\n")
    }
}
