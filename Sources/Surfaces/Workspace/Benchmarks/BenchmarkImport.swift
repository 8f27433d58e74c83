import Acting
import DecisionTables
import Discretion
import Interchange
import RuleTables
import WebServer

/// A file that fills the form; nothing is stored, and a bad one changes nothing.
enum BenchmarkImport {
    /// What a file made of the sheet.
    struct Read {
        var sheet: BenchmarkSheet
        /// What of the file the sheet does not hold.
        var remarks: [String] = []
    }

    /// Why nothing was read: one sentence a line of the file.
    struct Fault: Error {
        let field: String
        let lines: [String]

        var wording: Wording {
            Wording(422, "discretion.import", lines.joined(separator: "；"), field: field)
        }
    }

    static let greatestBytes = 1 << 20

    /// Reads the whole benchmark from comma-separated rows.
    static func rows(_ file: UploadedFile?) throws(Fault) -> Read {
        guard let file, !file.bytes.isEmpty else {
            throw Fault(field: "csv", lines: ["应选择一个 CSV 文件，实为没有选择"])
        }
        do {
            return Read(sheet: try BenchmarkFile.sheet(Array(file.bytes)))
        } catch {
            let lines: [String] =
                switch error {
                case .rows(let fault): ["第 \(fault.line) 行：\(fault.rule.chinese)"]
                case .lines(let faults): faults.map { "第 \($0.line) 行：\($0.rule.chinese)，实为“\($0.found.prefix(60))”" }
                }
            throw Fault(field: "csv", lines: ["文件“\(file.name)”没有读入"] + lines)
        }
    }

    /// Reads the grades of one situation from a decision table.
    static func table(_ file: UploadedFile?, of number: Int, in sheet: BenchmarkSheet) throws(Fault) -> Read {
        guard sheet.situations.indices.contains(number) else {
            throw Fault(field: "dmn", lines: ["应选择读入哪一个情形，实为没有"])
        }
        guard let file, !file.bytes.isEmpty else {
            throw Fault(field: "dmn", lines: ["应选择一个 DMN 文件，实为没有选择"])
        }
        func fault(_ text: String) -> Fault { Fault(field: "dmn", lines: ["文件“\(file.name)”没有读入", text]) }
        let read: DMNFile
        do {
            read = try DMNFile(Array(file.bytes))
        } catch {
            throw fault(error.chinese)
        }
        let own = sheet.situations[number].key
        let fitting = read.tables.count == 1 ? read.tables : read.tables.filter { $0.id == own }
        guard fitting.count == 1 else { throw fault("应有一个决策表，实为 \(read.tables.count) 个") }
        var changed = sheet
        do {
            try changed.situations[number].adopt(fitting[0])
        } catch {
            throw fault(error.chinese)
        }
        return Read(sheet: changed, remarks: read.remarks.map { "第 \($0.line) 行：\($0.kind.chinese)" })
    }
}

extension BenchmarkFile.LineFault.Rule {
    fileprivate var chinese: String {
        switch self {
        case .kind: "“行”应为文件、情形、因素、法定幅度、阶次或者或者"
        case .order: "情形应在前，因素在阶次之前，“或者”在阶次之后"
        case .type: "“类别”应为选择、数，或者如“数，2位小数”"
        case .direction: "“类别”应为不予、减轻、从轻、一般或者从重"
        case .factor: "“内容”每行应为“裁量因素：取值”，因素应在上面列出"
        }
    }
}

extension SituationSheet.TableFault {
    fileprivate var chinese: String {
        switch self {
        case .policy(let found): "命中策略应为 UNIQUE 或者 ANY，实为“\(found.chinese)”"
        case .conclusions(let count): "应有一列文字的结论（阶次），实为 \(count) 列"
        case .column(let name): "列“\(name)”应为文字或者数，不作计算"
        case .cell(let row, let column, let found):
            "第 \(row + 1) 条规则的“\(column)”应为列出的文字或者一段连续的数，实为“\(found.prefix(60))”"
        }
    }
}
