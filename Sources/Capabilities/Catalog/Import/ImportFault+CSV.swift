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
            case .damaged(let part): ("完整的工作簿", "损坏的部分 \(part)")
            case .encrypted: ("没有密码的工作簿", "有密码")
            case .unsupported(let part): ("通常的 xlsx", "以其他方式压缩：\(part)")
            case .tooManyParts(let limit): ("不超过 \(limit) 个部分", "更多")
            case .tooLarge(let limit): ("解开后不超过 \(limit) 字节", "更多")
            case .notXML(let part): ("工作簿的标记", "\(part) 不是")
            case .noSheet: ("有工作表", "没有")
            case .tooManyRows(let limit): ("不超过 \(limit) 行", "更多")
            case .tooManyCells(let limit): ("不超过 \(limit) 格", "更多")
            case .columnMissing(let name): ("有“\(name)”一栏", "没有")
            case .columnTwice(let name): ("各栏不重复", "有两个“\(name)”")
            }
        self.init(row: 1, column: "1", expected: expected, found: found)
    }

    /// Words that bytes are not of the encoding the file has or was said to have.
    init(_ fault: ChineseText.Fault, of encoding: TextEncoding, isDeclared: Bool) {
        let expected = isDeclared ? encoding.rawValue : TextEncoding.allCases.map(\.rawValue).joined(separator: "或者")
        let found = "从第 \(fault.offset + 1) 个字节起不是"
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
        case .notUTF8: ("UTF-8", "其他字节")
        case .nullByte: ("文字", "空字节")
        case .quoteInBareCell: ("整格加引号", "格中有引号")
        case .quoteNotClosed: ("引号成对", "文件已结束")
        case .textAfterQuote: ("引号之后为逗号或者换行", "文字")
        case .carriageReturnAlone: ("CRLF 或者 LF", "只有 CR")
        case .cellTooLong(let limit): ("每格不超过 \(limit) 字节", "更多")
        case .tooManyCells(let limit): ("每行不超过 \(limit) 格", "更多")
        case .tooManyRows(let limit): ("不超过 \(limit) 行", "更多")
        case .columnMissing(let name): ("有“\(name)”一栏", "没有")
        case .columnTwice(let name): ("各栏不重复", "有两个“\(name)”")
        case .wrongCellCount(let expected, let found): ("\(expected) 格", "\(found) 格")
        }
    }
}
