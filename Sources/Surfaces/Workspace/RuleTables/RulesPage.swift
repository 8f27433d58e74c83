import Casework
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import RuleTables

/// What tables of rules there are, and which version holds for the reader's division.
struct RulesPage: Component {
    struct Line: Sendable {
        let table: TableInForce
        let hasDraft: Bool
    }

    /// The tables of the item that was looked for.
    struct ItemTables: Sendable {
        let id: PowerItem.ID
        let name: String
        /// Each with the version in force and whether a draft waits.
        let lines: [(table: ItemTable, standing: String, hasDraft: Bool)]
    }

    let lines: [Line]
    /// What was looked for; empty when nothing was.
    let code: String
    let item: ItemTables?
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
                    a(.href(WorkspacePath.rule(use.rawValue))) { use.chinese }, use.terms.question, use.source,
                    "\(owner(line.table))第 \(line.table.number) 版", line.table.inForceFrom.description,
                    line.hasDraft ? Badge("有草稿", tone: .active) : "无",
                ])
            }
        )
        Panel("事项的规则表", anchor: "items") { items }
    }

    private var items: any HTML {
        HTMLGroup([
            p(.cssClass("hint")) {
                "事项的资格条件和应交材料可以写成规则表，按申请表的选择、数字、日期和申请人类型判断：网上申请和窗口收件按表核对材料；表中不符合条件的，不能准予。"
            },
            Element("form", [.action("\(WorkspacePath.rules)#items"), .method(.get)]) {
                TextField(
                    FieldCaption(
                        "item",
                        label: "事项编码",
                        hint: "本地已公布、施行中的事项",
                        isRequired: true,
                        errors: code.isEmpty || item != nil
                            ? [] : [FieldError(field: "item", message: "应为本地施行中的事项编码，实为“\(code.prefix(60))”")]
                    ),
                    value: code,
                    maxLength: 100
                )
                SubmitButton("查找", weight: .secondary)
            },
            item.map { item in
                DataTable(
                    item.name,
                    columns: [.init("规则表"), .init("施行中"), .init("草稿")],
                    rows: item.lines.map { line in
                        DataTable.Row([
                            a(.href(WorkspacePath.itemRule(item.id.text, line.table.rawValue))) { line.table.chinese },
                            line.standing, line.hasDraft ? Badge("有草稿", tone: .active) : "无",
                        ])
                    },
                    showsTitle: true
                )
            } ?? NoHTML(),
        ])
    }
}

extension RulesPage.ItemTables {
    /// Looks for an item of the division that is in force; `nil` when there is none.
    init?(code: String, of division: Division.Code, on today: Day, in reading: EventReading) throws {
        guard let (id, item) = try reading.powerItem(code: code), let version = item.state.version(on: today),
            version.content.division.flatMap({ Division.Code($0) }) == division
        else { return nil }
        self.id = id
        name = version.content.name
        lines = try ItemTable.allCases.map { table in
            let state = try reading.state(RuleTable.self, table.key(id)).state
            let standing = state.version(on: today).map { "第 \($0.number) 版，\($0.inForceFrom)起施行" }
            return (table, standing ?? "无", state.draft != nil)
        }
    }
}
