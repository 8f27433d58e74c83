/// Reads comma-separated rows (RFC 4180) one at a time from any source of bytes.
///
/// Accepts UTF-8 with or without a byte order mark, CRLF or LF, quoted cells with commas, quotes and line breaks.
/// Our own, because a fault in a file of a thousand rows is only useful with its row and column, which the
/// packages we tried do not give, and because limits must hold while reading, not after it.
package struct CSVReader<Bytes: Sequence<UInt8>> {
    private var source: Bytes.Iterator
    private let limits: CSVLimits
    private var ahead: UInt8?
    private var line = 1
    private var row = 0

    package init(_ bytes: Bytes, limits: CSVLimits = CSVLimits()) {
        source = bytes.makeIterator()
        self.limits = limits
        ahead = source.next()
    }

    /// Returns the next row, or `nil` at the end; a line without any character is skipped.
    ///
    /// - Throws: `CSVFault` at the first byte that breaks the format; reading cannot go on after it.
    package mutating func next() throws(CSVFault) -> CSVRow? {
        if row == 0 { try skipByteOrderMark() }
        skipEmptyLines()
        guard ahead != nil else { return nil }
        row += 1
        guard row <= limits.rows else { throw fault(.tooManyRows(limit: limits.rows), column: 1) }
        let start = line
        var cells: [String] = []
        while true {
            let column = cells.count + 1
            guard column <= limits.cells else { throw fault(.tooManyCells(limit: limits.cells), column: column) }
            cells.append(ahead == .quote ? try quotedCell(column) : try bareCell(column))
            guard ahead == .comma else { break }
            advance()
        }
        try endRow(column: cells.count)
        return CSVRow(number: row, line: start, cells: cells)
    }

    private mutating func bareCell(_ column: Int) throws(CSVFault) -> String {
        var bytes: [UInt8] = []
        while let byte = ahead, byte != .comma, byte != .lineFeed, byte != .carriageReturn {
            guard byte != .quote else { throw fault(.quoteInBareCell, column: column) }
            try take(byte, into: &bytes, column)
        }
        return try text(bytes, column)
    }

    private mutating func quotedCell(_ column: Int) throws(CSVFault) -> String {
        let opened = line
        advance()
        var bytes: [UInt8] = []
        while let byte = ahead {
            if byte == .quote {
                advance()
                guard ahead == .quote else { return try closed(bytes, column) }
            }
            try take(byte, into: &bytes, column)
        }
        throw CSVFault(row: row, line: opened, column: column, rule: .quoteNotClosed)
    }

    private mutating func closed(_ bytes: [UInt8], _ column: Int) throws(CSVFault) -> String {
        switch ahead {
        case nil, .comma, .lineFeed, .carriageReturn: return try text(bytes, column)
        case .some: throw fault(.textAfterQuote, column: column)
        }
    }

    private mutating func take(_ byte: UInt8, into bytes: inout [UInt8], _ column: Int) throws(CSVFault) {
        guard byte != 0 else { throw fault(.nullByte, column: column) }
        guard bytes.count < limits.cellBytes else {
            throw fault(.cellTooLong(limit: limits.cellBytes), column: column)
        }
        bytes.append(byte)
        advance()
    }

    private func text(_ bytes: [UInt8], _ column: Int) throws(CSVFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.notUTF8, column: column) }
        return text
    }

    private mutating func endRow(column: Int) throws(CSVFault) {
        if ahead == .carriageReturn {
            advance()
            guard ahead == .lineFeed else { throw fault(.carriageReturnAlone, column: column) }
        }
        advance()
    }

    private mutating func skipEmptyLines() {
        while ahead == .lineFeed || ahead == .carriageReturn { advance() }
    }

    private mutating func skipByteOrderMark() throws(CSVFault) {
        guard ahead == 0xEF else { return }
        for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
            guard ahead == byte else {
                throw CSVFault(row: 1, line: 1, column: 1, rule: .notUTF8)
            }
            advance()
        }
    }

    private mutating func advance() {
        if ahead == .lineFeed { line += 1 }
        ahead = source.next()
    }

    private func fault(_ rule: CSVFault.Rule, column: Int) -> CSVFault {
        CSVFault(row: row, line: line, column: column, rule: rule)
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
