import Acting
import DecisionTables
import RuleTables

/// The table of a DMN file, as the terms of a table ask for it.
struct RuleImport {
    enum Fault: Error {
        case unreadable(DMNFile.Fault, file: String)
        /// A file of rules must hold one table.
        case tables(Int, file: String)
        case foreign(RuleTableError)

        var wording: Wording {
            switch self {
            case .unreadable(let fault, let file):
                Wording(
                    422,
                    "rules.import.unreadable",
                    "文件“\(file)”\(fault.chinese)",
                    field: "file"
                )
            case .tables(let count, let file):
                Wording(422, "rules.import.tables", "文件“\(file)”应有一个决策表，实为 \(count) 个", field: "file")
            case .foreign(let refusal): Wording(refusal)
            }
        }
    }

    let table: DecisionTable
    /// What of the file the table does not hold.
    let remarks: [String]

    init(_ bytes: [UInt8], named name: String, for terms: TableTerms) throws(Fault) {
        let file: DMNFile
        do {
            file = try DMNFile(bytes)
        } catch {
            throw .unreadable(error, file: name)
        }
        let fitting = file.tables.count == 1 ? file.tables : file.tables.filter { $0.id == terms.id }
        guard fitting.count == 1 else { throw .tables(file.tables.count, file: name) }
        do {
            table = try terms.adopting(fitting[0])
        } catch {
            throw .foreign(error)
        }
        remarks = file.remarks.map { "第 \($0.line) 行：\($0.kind.chinese)" }
    }
}
