import Interchange
import Testing

@Suite("Comma-separated files")
struct CSVTests {
    static func rows(_ text: String, limits: CSVLimits = CSVLimits()) throws -> [[String]] {
        var reader = CSVReader(Array(text.utf8), limits: limits)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        return rows
    }

    @Test(
        "rows are read whatever the line ends, marks and quotes",
        arguments: [
            ("", []),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}编码,名称\r\n1,许可\r\n", [["编码", "名称"], ["1", "许可"]]),
            ("\"a,b\",\"c\"\"d\"\r\n", [["a,b", "c\"d"]]),
            ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
            (",\n", [["", ""]]),
            ("\"\"\n", [[""]]),
            ("a\n\n\r\nb\n", [["a"], ["b"]]),
            ("😀,十\n", [["😀", "十"]]),
        ] as [(String, [[String]])]
    )
    func read(text: String, expected: [[String]]) throws {
        #expect(try CSVTests.rows(text) == expected)
    }

    @Test(
        "a fault names its row, line, column and rule",
        arguments: [
            ("a,b\nc,d\"e\n", 2, 2, 2, .quoteInBareCell),
            ("a,\"b\nc", 1, 1, 2, .quoteNotClosed),
            ("\"a\"b,c\n", 1, 1, 1, .textAfterQuote),
            ("\"a\nb\"\nx,\"y\"z\n", 2, 3, 2, .textAfterQuote),
            ("a\rb\n", 1, 1, 1, .carriageReturnAlone),
            ("a,b\0\n", 1, 1, 2, .nullByte),
            ("abcde\n", 1, 1, 1, .cellTooLong(limit: 4)),
            ("a,b,c,d\n", 1, 1, 4, .tooManyCells(limit: 3)),
            ("a\nb\nc\nd\n", 4, 4, 1, .tooManyRows(limit: 3)),
        ] as [(String, Int, Int, Int, CSVFault.Rule)]
    )
    func fault(text: String, row: Int, line: Int, column: Int, rule: CSVFault.Rule) {
        #expect(throws: CSVFault(row: row, line: line, column: column, rule: rule)) {
            try CSVTests.rows(text, limits: CSVLimits(rows: 3, cells: 3, cellBytes: 4))
        }
    }

    @Test("bytes that are not UTF-8 are a fault of their cell, half a byte order mark of the first")
    func notUTF8() {
        for (bytes, column) in [([0x61, 0x2C, 0xC3, 0x28], 2), ([0xEF, 0xBB, 0x61], 1), ([0xB8, 0xDB], 1)] {
            #expect(throws: CSVFault(row: 1, line: 1, column: column, rule: .notUTF8)) {
                var reader = CSVReader(bytes.map(UInt8.init))
                while try reader.next() != nil {}
            }
        }
    }

    @Test("cells are found by the name of their column")
    func table() throws {
        var table = try CSVTable(Array("b,a\n1,2\n3\n4,5\n".utf8), needs: ["a"])
        let first = try #require(try table.next())
        #expect(first["a"] == "2")
        #expect(first["c"] == nil)
        #expect(first.number(of: "a") == 2)
        #expect(throws: CSVFault(row: 3, line: 3, column: 2, rule: .wrongCellCount(expected: 2, found: 1))) {
            try table.next()
        }
        #expect(try table.next()?["b"] == "4")
        #expect(try table.next() == nil)
    }

    @Test("a header that lacks a column or names one twice is refused, and so is an empty file")
    func header() {
        #expect(throws: CSVFault(row: 1, line: 1, column: 3, rule: .columnMissing(name: "c"))) {
            try CSVTable(Array("a,b\n".utf8), needs: ["a", "c"])
        }
        #expect(throws: CSVFault(row: 1, line: 1, column: 2, rule: .columnTwice(name: "a"))) {
            try CSVTable(Array("a,a\n".utf8), needs: ["a"])
        }
        #expect(throws: CSVFault(row: 1, line: 1, column: 1, rule: .columnMissing(name: "a"))) {
            try CSVTable([], needs: ["a"])
        }
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        let rows = [["a", "b,c", "d\"e"], ["", "line\nbreak", "\r\n"], [""], ["\u{FEFF}x", "=1+1", "名称"]]
        for byteOrderMark in [true, false] {
            var writer = CSVWriter(guardsFormulas: false, byteOrderMark: byteOrderMark)
            for row in rows { writer.append(row) }
            #expect(try CSVTests.rows(writer.text) == rows)
        }
    }

    @Test(
        "a cell a spreadsheet would run is disarmed, a number is left alone",
        arguments: [
            ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("-12.5", "-12.5"),
            ("＝1", "'＝1"), ("\tx", "'\tx"), ("许可", "许可"), ("", "\"\""),
        ]
    )
    func formula(cell: String, written: String) {
        var writer = CSVWriter(guardsFormulas: true)
        writer.append([cell])
        #expect(writer.text == written + "\r\n")
    }
}
