/// Writes one sheet of text cells as a workbook (ECMA-376): a cell is text and is never run as a formula.
package struct WorkbookWriter {
    private let sheet: String
    private let mark: String?
    private var rows = ""
    private var count = 0

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - sheet: the sheet's name, at most 31 characters.
    ///   - mark: stands at the foot of every printed page and in the file's properties.
    package init(sheet: String, mark: String? = nil) {
        self.sheet = String(sheet.prefix(31))
        self.mark = mark
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

    /// The footer holds at most 255 characters, in which `&` begins a code.
    private var footer: String {
        guard let mark else { return "" }
        let text = String(mark.prefix(120)).replacing("&", with: "&&")
        return "<headerFooter><oddFooter>\(XMLText.escape("&L\(text)&R&P/&N"))</oddFooter></headerFooter>"
    }

    private var properties: [(String, String)] {
        guard let mark else { return [] }
        let core = "\(Self.package)/metadata/core-properties"
        return [
            (
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"\(core)\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:description>\(XMLText.escape(mark))</dc:description></cp:coreProperties>"
            )
        ]
    }

    var parts: [(String, String)] {
        let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let core =
            mark == nil
            ? ("", "")
            : (
                "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
                "<Relationship Id=\"rId2\" Type=\"\(Self.package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
            )
        return [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(office).sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(office).worksheet+xml\"/>\(core.0)</Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(Self.relationships)/officeDocument\" Target=\"xl/workbook.xml\"/>\(core.1)</Relationships>"
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
                "<worksheet xmlns=\"\(Self.main)\"><sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/><sheetData>\(rows)</sheetData>\(footer)</worksheet>"
            ),
        ] + properties
    }
}

/// Text as XML takes it; characters that XML cannot hold are left out.
package enum XMLText {
    package static func escape(_ text: String) -> String {
        // Most texts hold nothing to escape; the last two characters that XML forbids begin with 0xEF.
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != 0xef && !"&<>\"".utf8.contains(byte)
        }
        if isPlain { return text }
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
