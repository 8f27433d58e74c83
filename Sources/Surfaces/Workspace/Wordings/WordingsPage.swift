import Decisions
import HTML

/// The documents that may bear a division's own words, and whose words they bear today.
struct WordingsPage: Component {
    struct Line: Sendable {
        let document: WordedDocument
        let standing: String
        let hasDraft: Bool
    }

    let lines: [Line]

    var body: any HTML {
        h1 { "文书用语" }
        p(.cssClass("hint")) {
            "执法文书可以在内置的开头以前和结尾添加本地的用语，自定下的日期起使用；内置的用语都保留。本地没有的，用上级的；都没有的，用系统内置的。填写的内容、当事人的权利、救济途径、文号、印章、日期和核验码由系统写明，不因用语而减少。每份文书记录所用的版本。"
        }
        DataTable(
            "文书",
            columns: [.init("文书"), .init("使用中的用语"), .init("草稿")],
            rows: lines.map { line in
                DataTable.Row([
                    a(.href(WorkspacePath.wording(line.document.name))) { line.document.name }, line.standing,
                    line.hasDraft ? Badge("有草稿", tone: .active) : "无",
                ])
            }
        )
    }
}
