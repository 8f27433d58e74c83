extension CSVFault.Rule {
    /// What the file should be like and is not, without a full stop; every surface says it alike.
    package var chinese: String {
        switch self {
        case .notUTF8: "不是UTF-8编码，请在Excel中另存为“CSV UTF-8”"
        case .nullByte: "含有空字符"
        case .quoteInBareCell: "未加引号的格中有引号"
        case .quoteNotClosed: "引号没有成对"
        case .textAfterQuote: "引号之后还有文字"
        case .carriageReturnAlone: "换行符不完整"
        case .cellTooLong(let limit): "一格超过\(limit)字节"
        case .tooManyCells(let limit): "一行超过\(limit)格"
        case .tooManyRows(let limit): "超过\(limit)行"
        case .columnMissing(let name): "表头缺少“\(name)”一栏"
        case .columnTwice(let name): "表头有两个“\(name)”"
        case .wrongCellCount(let expected, let found): "应有\(expected)格，实有\(found)格"
        }
    }
}
