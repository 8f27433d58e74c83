import Kernel

/// The rows of the first sheet of a workbook (xlsx), as text.
///
/// Cells that are formatted as dates become `2026-01-31`; formulas give the value that was saved with them.
package struct Spreadsheet: Hashable, Sendable {
    /// One row with its number in the sheet, from 1; rows without any cell are left out.
    package struct Row: Hashable, Sendable {
        package let number: Int
        package let cells: [String]
    }

    package let rows: [Row]

    /// Tells whether the bytes begin as an archive does.
    package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) }

    /// Reads a workbook.
    ///
    /// - Source: ECMA-376 part 1, ch. 18.
    package init(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) throws(SpreadsheetFault) {
        var archive = try PartArchive(bytes, limits: limits)
        let workbook = try Workbook(&archive)
        let strings = try Spreadsheet.strings(try archive.part("xl/sharedStrings.xml") ?? [], limits)
        let dates = try CellFormats(try archive.part("xl/styles.xml") ?? [])
        guard let sheet = try archive.part(workbook.sheet) else { throw .noSheet }
        let reader = SheetReader(
            markup: try PartReader(sheet, part: workbook.sheet),
            strings: strings,
            formats: dates,
            countsFrom1904: workbook.countsFrom1904,
            limits: limits
        )
        rows = try reader.rows()
    }

    /// Reads the texts that cells share.
    private static func strings(
        _ bytes: [UInt8],
        _ limits: SpreadsheetLimits
    ) throws(SpreadsheetFault) -> [String] {
        let markup = try PartReader(bytes, part: "xl/sharedStrings.xml")
        var strings: [String] = []
        var text = ""
        var isText = false
        var phonetic = 0
        while let token = try markup.next() {
            switch token {
            case .start("si", _): text = ""
            case .start("rPh", _): phonetic += 1
            case .start("t", _): isText = true
            case .text(let found): if isText, phonetic == 0 { text += found }
            case .end("t"): isText = false
            case .end("rPh"): phonetic -= 1
            case .end("si"):
                guard strings.count < limits.allCells else { throw .tooManyCells(limit: limits.allCells) }
                strings.append(text)
            case .start, .end: continue
            }
        }
        return strings
    }
}

/// Where the first visible sheet lies, and from when days are counted.
private struct Workbook {
    private(set) var sheet = "xl/worksheets/sheet1.xml"
    private(set) var countsFrom1904 = false

    init(_ archive: inout PartArchive) throws(SpreadsheetFault) {
        guard let bytes = try archive.part("xl/workbook.xml") else { throw .noSheet }
        let markup = try PartReader(bytes, part: "xl/workbook.xml")
        var relation: String?
        while let token = try markup.next() {
            guard case .start(let name, let attributes) = token else { continue }
            if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
            if name == "sheet", relation == nil, attributes["state"] ?? "visible" == "visible" {
                relation = attributes["id"]
            }
        }
        guard let relation else { throw .noSheet }
        let part = "xl/_rels/workbook.xml.rels"
        let relations = try PartReader(try archive.part(part) ?? [], part: part)
        while let token = try relations.next() {
            guard case .start("Relationship", let attributes) = token, attributes["Id"] == relation,
                let target = attributes["Target"]
            else { continue }
            sheet = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
    }
}

/// Which of the cell formats show days.
private struct CellFormats {
    private(set) var areDates: [Bool] = []

    init(_ bytes: [UInt8]) throws(SpreadsheetFault) {
        let markup = try PartReader(bytes, part: "xl/styles.xml")
        var own: [Int: Bool] = [:]
        var isInside = false
        while let token = try markup.next() {
            switch token {
            case .start("numFmt", let attributes):
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
                own[id] = CellFormats.showsDay(attributes["formatCode"] ?? "")
            case .start("cellXfs", _): isInside = true
            case .end("cellXfs"): isInside = false
            case .start("xf", let attributes):
                guard isInside else { continue }
                let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                let isListed = (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
                areDates.append(own[id] ?? isListed)
            case .start, .end, .text: continue
            }
        }
    }

    /// A format with years or days outside quotes and brackets.
    private static func showsDay(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in format {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "\\", "_", "*": isEscaped = true
            case "y", "Y", "d", "D": if !isQuoted, !isBracketed { return true }
            default: continue
            }
        }
        return false
    }
}

/// Reads the rows of one sheet.
private struct SheetReader {
    let markup: PartReader
    let strings: [String]
    let formats: CellFormats
    let countsFrom1904: Bool
    let limits: SpreadsheetLimits

    private struct Cell {
        var column = 0
        var kind = "n"
        var style = 0
        var value = ""
    }

    func rows() throws(SpreadsheetFault) -> [Spreadsheet.Row] {
        var rows: [Spreadsheet.Row] = []
        var (number, cells): (Int, [String]) = (0, [])
        var cell = Cell()
        var takes = false
        var left = limits.allCells
        while let token = try markup.next() {
            switch token {
            case .start("row", let attributes):
                let named = attributes["r"].flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil }
                number = named ?? number + 1
                cells = []
                cell.column = -1
            case .start("c", let attributes):
                cell = Cell(
                    column: attributes["r"].flatMap(SheetReader.column) ?? cell.column + 1,
                    kind: attributes["t"] ?? "n",
                    style: attributes["s"].flatMap { Int($0) } ?? 0
                )
                guard cell.column < limits.cells else { throw .tooManyCells(limit: limits.cells) }
            case .start("v", _), .start("t", _): takes = true
            case .end("v"), .end("t"): takes = false
            case .text(let text): if takes { cell.value += text }
            case .end("c"):
                while cells.count < cell.column { cells.append("") }
                if cells.count == cell.column { cells.append(text(of: cell)) }
                guard left >= cells.count else { throw .tooManyCells(limit: limits.allCells) }
            case .end("row"):
                if cells.contains(where: { !$0.isEmpty }) { rows.append(Spreadsheet.Row(number: number, cells: cells)) }
                left -= cells.count
                guard rows.count <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
            case .start, .end: continue
            }
        }
        return rows
    }

    private func text(of cell: Cell) -> String {
        switch cell.kind {
        case "s": Int(cell.value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": cell.value == "1" ? "是" : "否"
        case "n":
            formats.areDates.indices.contains(cell.style) && formats.areDates[cell.style]
                ? day(cell.value) ?? cell.value : cell.value
        default: cell.value
        }
    }

    /// Day 60 of the calendar from 1900 never was; numbers before it count one more.
    private func day(_ text: String) -> String? {
        guard let number = Double(text), (1..<401_768).contains(number) else { return nil }
        let count = Int(number)
        let origin: Day = countsFrom1904 ? "1904-01-01" : "1900-03-01"
        if countsFrom1904 { return "\(origin + count)" }
        guard count != 60 else { return nil }
        return "\(origin + (count < 60 ? count - 60 : count - 61))"
    }

    /// The column of a reference as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        let letters = reference.utf8.prefix { (65...90).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
