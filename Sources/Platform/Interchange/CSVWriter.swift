/// Writes comma-separated rows (RFC 4180): CRLF, quotes only where needed.
package struct CSVWriter {
    /// What has been written so far.
    package private(set) var text: String
    private let guardsFormulas: Bool

    /// Begins an empty file.
    ///
    /// - Parameters:
    ///   - guardsFormulas: puts `'` before a cell a spreadsheet would run as a formula; for files people open. Files
    ///     that programs read back leave it off, since it changes the cell.
    ///   - byteOrderMark: lets spreadsheets recognize UTF-8.
    package init(guardsFormulas: Bool, byteOrderMark: Bool = false) {
        self.guardsFormulas = guardsFormulas
        text = byteOrderMark ? "\u{FEFF}" : ""
    }

    package mutating func append(_ cells: [String]) {
        // A row of one empty cell would otherwise be an empty line, which is no row.
        text += cells == [""] ? "\"\"" : cells.map(written).joined(separator: ",")
        text += "\r\n"
    }

    /// Returns what was written since it was asked last, and forgets it: for files too long to keep.
    package mutating func take() -> [UInt8] {
        defer { text = "" }
        return Array(text.utf8)
    }

    private func written(_ cell: String) -> String {
        let safe = guardsFormulas && CSVWriter.isFormula(cell) ? "'" + cell : cell
        let needsQuotes = safe.utf8.contains {
            switch $0 {
            case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
            default: false
            }
        }
        guard needsQuotes || safe.hasPrefix("\u{FEFF}") else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Takes off the mark that stands before a cell a spreadsheet would run.
    package static func unguarded(_ cell: String) -> String {
        let rest = cell.dropFirst()
        return cell.hasPrefix("'") && isFormula(String(rest)) ? String(rest) : cell
    }

    /// Spreadsheets run cells that begin with these, full-width ones too; a plain negative number is no formula.
    private static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first else { return false }
        switch first {
        case "=", "@", "\t", "\r", "\n", "＝", "＠", "＋", "－": return true
        case "+", "-": return Double(cell) == nil
        default: return false
        }
    }
}
