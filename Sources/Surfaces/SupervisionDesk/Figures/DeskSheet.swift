import Access
import HTML
import Interchange
import Kernel
import WebServer

/// A page or a list of the desk as a workbook: the same lines, how each number was made, who took it and when.
///
/// Every cell is text, so that nothing in it is run as a formula.
struct DeskSheet {
    /// A longer list says that it was cut.
    static let most = 20_000

    let title: String
    let columns: [String]
    let rows: [[String]]
    let figures: [Figure]

    func answer(_ principal: Principal?, at now: Instant) -> WebAnswer {
        let mark = "导出人：\(principal?.displayName ?? "")，导出时间：\(now.minuteText)"
        var writer = WorkbookWriter(sheet: title, mark: mark)
        writer.append(columns)
        for row in rows.prefix(DeskSheet.most) { writer.append(row) }
        if rows.count > DeskSheet.most { writer.append(["只列出前\(DeskSheet.most)行，请缩小范围后再导出。"]) }
        for figure in figures { writer.append(["口径：\(figure.name)（\(figure.unit)），\(figure.formula)"]) }
        writer.append([mark])
        return .file(
            named: "\(title).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes: writer.bytes
        )
    }

    /// The address of the same page as a workbook.
    static func address(_ path: String) -> String {
        let plain = path.prefix { $0 != "#" }
        return "\(plain)\(plain.contains("?") ? "&" : "?")format=xlsx"
    }
}

/// Leads to the same page as a workbook.
struct SheetLink: Component {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    var body: any HTML { a(.cssClass("sheet-link"), .href(DeskSheet.address(path))) { "导出Excel文件" } }
}

extension WebRequest {
    /// Whether the page is asked for as a workbook.
    var wantsSheet: Bool { query["format"] == "xlsx" }
}
