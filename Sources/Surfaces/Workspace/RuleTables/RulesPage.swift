import HTML
import Kernel
import RuleTables

/// What tables of rules there are, and which version holds for the reader's division.
struct RulesPage: Component {
    struct Line: Sendable {
        let table: TableInForce
        let hasDraft: Bool
    }

    let lines: [Line]
    let owner: @Sendable (TableInForce) -> String

    var body: any HTML {
        h1 { "规则表" }
        p(.cssClass("hint")) {
            "法律把标准留给省和部门规定的，标准写成规则表。本地没有规定的，用上级的；都没有的，用系统内置的。办件按办理当日施行的版本判断，并记录版本。"
        }
        DataTable(
            "规则表",
            columns: [
                .init("名称"), .init("判断什么"), .init("依据"), .init("施行中"), .init("施行日期", .whole), .init("草稿"),
            ],
            rows: lines.map { line in
                let use = line.table.use
                return DataTable.Row([
                    a(.href(WorkspacePath.rule(use.rawValue))) { use.chinese }, use.question, use.source,
                    "\(owner(line.table))第 \(line.table.number) 版", line.table.inForceFrom.description,
                    line.hasDraft ? Badge("有草稿", tone: .active) : "无",
                ])
            }
        )
    }
}
