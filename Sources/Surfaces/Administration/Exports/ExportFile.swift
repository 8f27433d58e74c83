import Access
import Interchange
import Kernel
import WebServer

/// A list taken out of the house as a file that says in itself who took it, when and what for.
struct ExportFile: Sendable {
    enum Format: String, Sendable, CaseIterable {
        case xlsx, csv

        var label: String {
            switch self {
            case .xlsx: "导出Excel文件（xlsx）"
            case .csv: "导出csv文件"
            }
        }
    }

    let title: String
    let columns: [String]
    let rows: [[String]]
    let watermark: String

    /// Makes the file; a cell that a spreadsheet program would take for a formula stays text.
    func answer(_ format: Format) -> WebAnswer {
        switch format {
        case .xlsx:
            .file(
                named: "\(title).xlsx",
                type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: xlsx
            )
        case .csv: .file(named: "\(title).csv", type: "text/csv; charset=utf-8", bytes: csv)
        }
    }

    private var lines: [[String]] {
        [columns] + rows + [[watermark] + Array(repeating: "", count: max(0, columns.count - 1))]
    }

    private var xlsx: [UInt8] {
        var writer = WorkbookWriter(sheet: title, mark: watermark)
        for line in lines { writer.append(line) }
        return writer.bytes
    }

    private var csv: [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        for line in lines { writer.append(line) }
        return Array(writer.text.utf8)
    }
}

/// What somebody asks for who takes a list out: the form of the file, and the purpose.
struct ExportWish: Sendable {
    static let greatestPurpose = 60

    let format: ExportFile.Format
    let purpose: String

    /// Returns `nil` unless the purpose is told.
    init?(_ values: FormValues) {
        purpose = (values["purpose"] ?? "").trimmed
        format = ExportFile.Format(rawValue: values["format"] ?? "") ?? .xlsx
        guard (1...ExportWish.greatestPurpose).contains(purpose.count) else { return nil }
    }

    func watermark(_ principal: Principal, _ now: Instant) -> String {
        "导出人：\(principal.displayName)（\(principal.account)），导出时间：\(now.minuteText)，用途：\(purpose)"
    }
}
