import HTML
import Kernel
import Processes

/// What was understood of a file of another program: a draft for each process, and what is not executed, with its line.
struct ImportedPage: Component {
    struct Draft: Sendable {
        let id: String
        let process: ImportedProcess
        let content: ProcessDraft.Content
    }

    let file: String
    let program: String?
    let drafts: [Draft]
    let remarks: [BPMNRemark]

    /// More lines than anybody reads at once.
    private static let greatestList = 300

    var body: any HTML {
        h1 { "导入结果" }
        p(.cssClass("hint")) { "文件“\(file)”\(program.map { "，由 \($0) 制作" } ?? "")。导入的流程都是草稿，核对无误并经他人公布后才能办理。" }
        for draft in drafts { Panel(draft.content.definition.name) { summary(draft) } }
        if !remarks.isEmpty { Panel("文件的其余部分") { list(remarks, "文件的其余部分") } }
    }

    @HTMLBuilder private func summary(_ draft: Draft) -> any HTML {
        let definition = draft.content.definition
        let count = draft.content.faults.count
        p(.cssClass("case-line")) {
            Badge(definition.category.chinese)
            if draft.process.isUnchanged { Badge("与导出时相同", tone: .good) }
            Badge(count == 0 ? "符合法定程序" : "有 \(count) 处不符", tone: count == 0 ? .good : .bad)
            span { "第 \(draft.process.line) 行起" }
        }
        p { counts(definition) }
        ButtonRow { LinkButton("核对草稿", to: WorkspacePath.process(draft.id)) }
        if !draft.process.remarks.isEmpty {
            p(.cssClass("hint")) { "与原文件不同之处：" }
            list(draft.process.remarks, "\(definition.name)：与原文件不同之处")
        }
    }

    private func counts(_ definition: ProcessDefinition) -> String {
        let parts = [
            (definition.posts.count, "个岗位"), (definition.steps.count, "个环节"), (definition.junctions.count, "处汇合"),
            (definition.timers?.count ?? 0, "处定时"), (definition.endings.count, "个终点"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: "，") + "。"
    }

    @HTMLBuilder private func list(_ remarks: [BPMNRemark], _ name: String) -> any HTML {
        DataTable(
            name,
            columns: [.init("行", .number), .init("元素"), .init("名称"), .init("怎样处理"), .init("说明")],
            rows: remarks.prefix(ImportedPage.greatestList).map { remark in
                DataTable.Row([
                    String(remark.line), remark.element, remark.name ?? remark.id ?? "", remark.reason.fate.chinese,
                    remark.reason.chinese,
                ])
            }
        )
        if remarks.count > ImportedPage.greatestList {
            p(.cssClass("hint")) {
                "共 \(remarks.count) 处，这里列出前 \(ImportedPage.greatestList) 处；命令 hengjian process import --check 列出全部。"
            }
        }
    }
}
