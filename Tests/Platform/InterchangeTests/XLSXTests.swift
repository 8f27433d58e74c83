import Foundation
import Testing

@testable import Interchange

@Suite("Workbooks")
struct XLSXTests {
    @Test("the checksum is that of zip archives")
    func checksum() { #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926) }

    @Test("a cell is text, whatever it looks like, and any zip program opens the file")
    func opens() throws {
        var writer = XLSXWriter(sheet: "结果")
        writer.append(["文号", "内容"])
        writer.append(["=1+1", "<b>甲&乙</b>\u{1}"])
        let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID()).xlsx")
        try Data(writer.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        let script = """
            import sys, zipfile, xml.dom.minidom as d
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            for n in z.namelist(): d.parseString(z.read(n))
            cells = [t.firstChild.data for t in d.parseString(z.read('xl/worksheets/sheet1.xml')).getElementsByTagName('t')]
            assert cells == ['文号', '内容', '=1+1', '<b>甲&乙</b>'], cells
            """
        python.arguments = ["python3", "-c", script, file.path]
        try python.run()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
    }
}
