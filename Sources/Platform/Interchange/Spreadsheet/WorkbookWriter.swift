/// Writes one sheet of text cells as a workbook (ECMA-376): a cell is text and is never run as a formula.
package struct WorkbookWriter {
    private let sheet: String
    private var rows = ""
    private var count = 0

    /// - Parameter sheet: the sheet's name, at most 31 characters.
    package init(sheet: String) {
        self.sheet = String(sheet.prefix(31))
    }

    package mutating func append(_ cells: [String]) {
        count += 1
        rows += WorkbookWriter.row(count, cells)
    }

    /// A row as the sheet's part holds it, `number` from 1.
    static func row(_ number: Int, _ cells: [String]) -> String {
        var row = "<row r=\"\(number)\">"
        for cell in cells {
            row += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.escape(fitting(cell)))</t></is></c>"
        }
        return row + "</row>"
    }

    /// A spreadsheet refuses the whole file for one longer cell.
    private static let longestCell = 32_767

    private static func fitting(_ cell: String) -> String {
        guard cell.utf16.count > longestCell else { return cell }
        return String(decoding: cell.utf16.prefix(longestCell - 1), as: UTF16.self) + "…"
    }

    package var bytes: [UInt8] {
        var archive = ZipArchive()
        for (name, text) in parts { archive.append(name, Array((WorkbookWriter.head + text).utf8)) }
        return archive.bytes
    }

    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The name of the part that holds the rows.
    static let sheetPart = "xl/worksheets/sheet1.xml"

    var parts: [(String, String)] {
        let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        return [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(office).sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(office).worksheet+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(Self.relationships)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relationships)\"><sheets><sheet name=\"\(XMLText.escape(sheet))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(Self.package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(Self.relationships)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                Self.sheetPart,
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ]
    }
}

/// Text as XML takes it; characters that XML cannot hold are left out.
package enum XMLText {
    package static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }
}
