import Interchange

/// What is wrong with a file as a whole, and what to do about it.
enum ListFileWording {
    /// Returns `nil` for an error that is not about a file.
    static func refusal(_ error: any Error) -> String? {
        switch error {
        case let fault as CSVFault: "文件第\(fault.line)行第\(fault.column)格：\(reason(fault.rule))。请按模板整理后重新导入。"
        case let fault as SpreadsheetFault: "\(reason(fault))。"
        default: nil
        }
    }

    private static func reason(_ rule: CSVFault.Rule) -> String {
        switch rule {
        case .notUTF8: "\(rule.chinese)，或者直接导入xlsx"
        case .nullByte, .quoteInBareCell, .quoteNotClosed, .textAfterQuote, .carriageReturnAlone, .cellTooLong,
            .tooManyCells, .tooManyRows, .columnMissing, .columnTwice, .wrongCellCount:
            rule.chinese
        }
    }

    private static func reason(_ fault: SpreadsheetFault) -> String {
        switch fault {
        case .damaged: "Excel文件已损坏，请在Excel中打开后另存为xlsx，再导入"
        case .encrypted: "Excel文件设有密码，请取消密码后另存，再导入"
        case .unsupported: "不是通常的xlsx文件，请在Excel中另存为xlsx，再导入"
        case .tooManyParts, .tooLarge: "Excel文件解开后过大，请只留要导入的一张工作表，再导入"
        case .notXML: "Excel文件的内容不符合xlsx格式，请在Excel中另存为xlsx，再导入"
        case .noSheet: "Excel文件中没有可见的工作表"
        case .tooManyRows(let limit): "工作表超过\(limit)行，请分成几个文件导入"
        case .tooManyCells: "工作表的格数过多，请删去表格之外的空白格式，再导入"
        case .columnMissing(let name): "前20行中没有找到表头：缺少“\(name)”一栏，请对照模板"
        case .columnTwice(let name): "表头有两个“\(name)”，请删去一个"
        }
    }
}
