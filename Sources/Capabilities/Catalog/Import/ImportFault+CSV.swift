import Interchange

extension ImportFault {
    /// Words what broke the comma-separated form.
    init(_ fault: CSVFault, header: [String]) {
        let wording = fault.rule.wording
        let isNamed = header.indices.contains(fault.column - 1)
        self.init(
            row: fault.row,
            column: isNamed ? header[fault.column - 1] : String(fault.column),
            expected: wording.expected,
            found: wording.found
        )
    }
}

extension ImportFault {
    /// Words why a file is no workbook this program takes.
    init(_ fault: SpreadsheetFault) {
        let (expected, found) =
            switch fault {
            case .damaged(let part): ("a whole workbook", "a damaged part \(part)")
            case .encrypted: ("a workbook without a password", "one with a password")
            case .unsupported(let part): ("a workbook packed by deflate", "otherwise packed: \(part)")
            case .tooManyParts(let limit): ("at most \(limit) parts", "more")
            case .tooLarge(let limit): ("at most \(limit) bytes when unpacked", "more")
            case .notXML(let part): ("a workbook's markup", "something else in \(part)")
            case .noSheet: ("a sheet", "none")
            case .tooManyRows(let limit): ("at most \(limit) rows", "more")
            case .tooManyCells(let limit): ("at most \(limit) cells", "more")
            case .columnMissing(let name): ("a column \(name)", "none")
            case .columnTwice(let name): ("every column once", "\(name) twice")
            }
        self.init(row: 1, column: "1", expected: expected, found: found)
    }

    /// Words that bytes are not of the encoding the file has or was said to have.
    init(_ fault: ChineseText.Fault, of encoding: TextEncoding, isDeclared: Bool) {
        let expected = isDeclared ? encoding.rawValue : TextEncoding.allCases.map(\.rawValue).joined(separator: " or ")
        let found = "bytes that are not, from byte \(fault.offset + 1)"
        self.init(row: fault.line, column: "1", expected: expected, found: found)
    }
}

extension CSVFault {
    /// Whether the rows after this one can still be read.
    var isRowOnly: Bool {
        if case .wrongCellCount = rule { true } else { false }
    }
}

extension CSVFault.Rule {
    fileprivate var wording: (expected: String, found: String) {
        switch self {
        case .notUTF8: ("UTF-8", "other bytes")
        case .nullByte: ("text", "a null byte")
        case .quoteInBareCell: ("quotes around the whole cell", "a quote inside")
        case .quoteNotClosed: ("a closing quote", "the end of the file")
        case .textAfterQuote: ("a comma or a new line after the closing quote", "text")
        case .carriageReturnAlone: ("CRLF or LF", "CR alone")
        case .cellTooLong(let limit): ("at most \(limit) bytes in a cell", "more")
        case .tooManyCells(let limit): ("at most \(limit) cells in a row", "more")
        case .tooManyRows(let limit): ("at most \(limit) rows", "more")
        case .columnMissing(let name): ("a column \(name)", "none")
        case .columnTwice(let name): ("every column once", "\(name) twice")
        case .wrongCellCount(let expected, let found): ("\(expected) cells", "\(found)")
        }
    }
}
