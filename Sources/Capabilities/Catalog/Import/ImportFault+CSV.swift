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
