import Acting
import HTML
import Kernel
import Processes

/// A draft: the table of steps, its chart and faults beside it, its cases, and what can be done with it.
struct DesignPage: Component {
    /// One of the author's cases and how it comes out.
    struct CaseLine: Sendable {
        let name: String
        let path: String
        let goal: String
        /// `nil` when it comes out as expected.
        let fault: String?
    }

    struct Conflict: Sendable {
        let changes: [ProcessComparison.Change]
        let names: [Step.ID: String]
    }

    let draft: String
    let draftState: ProcessDraft
    let table: DesignTable
    let findings: DesignFindings
    let errors: [FieldError]
    let refused: Wording?
    /// What a colleague's state, saved meanwhile, differs in from what is typed here; `nil` where none was.
    let conflict: Conflict?
    /// What came of merging the two.
    let merged: String?
    let isUnsaved: Bool
    let mayWrite: Bool
    /// Whether the reader's agency draws it up.
    let isOwn: Bool
    let mayPublish: Bool
    let cases: [CaseLine]
    let hidden: [HiddenField]

    private var isOpen: Bool { mayWrite && draftState.stage == .drafted }
    private var definition: ProcessDefinition { findings.content.definition }

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { definition.name.isEmpty ? "未命名流程" : definition.name }
                p(.cssClass("case-line")) {
                    Badge(definition.category.chinese)
                    Badge(draftState.stage.chinese, tone: .active)
                    span { "第 \(definition.version) 版" }
                    if isUnsaved { Badge("改动未保存", tone: .caution) }
                }
            }
            div(.cssClass("button-row")) {
                LinkButton("试走", to: WorkspacePath.rehearsal(draft), weight: .secondary)
                if definition.version > 1 {
                    LinkButton("与上一版比较", to: WorkspacePath.draftComparison(draft), weight: .secondary)
                    LinkButton("对在办件的影响", to: WorkspacePath.draftImpact(draft), weight: .secondary)
                }
                LinkButton("导出 BPMN", to: WorkspacePath.processBPMN(draft), weight: .secondary)
            }
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if let merged { AlertBox("已合并，尚未保存", tone: .caution) { p { merged } } }
        if !isOwn { AlertBox("只读") { p { "这份草稿由其他机关起草；可以查看、试走，或者复制为本机关的新草稿。" } } }
        if let reason = draftState.returned { AlertBox("已退回修改", tone: .caution) { p { reason } } }
        div(.cssClass("design")) {
            sheet
            div(.cssClass("design-aside"), .id("design-aside")) { findings }
        }
        Panel("流程图") { charts }
        div(.cssClass("columns")) {
            Panel("用例", anchor: "cases") { caseList }
            Panel("提交和公布") { steps }
        }
    }

    private var charts: any HTML {
        ul {
            for (name, audience) in [("外部流程图", "external"), ("内部流程图", "internal")] {
                li {
                    "\(name)："
                    for form in ["svg", "png", "pdf"] {
                        a(.href(WorkspacePath.processChart(draft, form: form, audience: audience))) {
                            form.uppercased()
                        }
                        " "
                    }
                }
            }
        }
    }

    private var sheet: any HTML {
        let sheet = DesignSheet(table: table, findings: findings, errors: errors, isOpen: isOpen)
        guard isOpen else { return Element("fieldset", [.disabled(), .cssClass("design-locked")]) { sheet } }
        return Element(
            "form",
            [
                .action(WorkspacePath.process(draft)), .method(.post), Attribute("novalidate", ""),
                Attribute("data-preview", WorkspacePath.processCheck(draft)),
                Attribute("data-preview-into", "design-aside"),
            ]
        ) {
            hidden
            if let conflict { settling(conflict) }
            ButtonRow {
                SubmitButton("核对", weight: .secondary, choice: ("do", "check"))
                SubmitButton("保存", choice: ("do", "save"))
            }
            sheet
            ButtonRow { SubmitButton("保存", choice: ("do", "save")) }
        }
    }

    /// What is typed stays in the form; it replaces the colleague's state only if its writer says so.
    private func settling(_ conflict: Conflict) -> any HTML {
        AlertBox("同事在此期间保存过，你的改动还没有保存", tone: .bad) {
            p { "你填写的都在下面。先看两边的差别，再选择怎样保存。" }
            if conflict.changes.isEmpty {
                p { "两边的流程相同。" }
            } else {
                DataTable(
                    "与同事保存的差别",
                    columns: [.init("部分"), .init("内容"), .init("同事保存的"), .init("你填写的")],
                    rows: conflict.changes.map { change in
                        DataTable.Row([
                            change.part.map { conflict.names[Step.ID($0)] ?? $0 } ?? "流程", change.property.chinese,
                            change.before ?? "（无）", change.after ?? "（无）",
                        ])
                    }
                )
            }
            ButtonRow {
                SubmitButton("合并两边的改动", choice: ("do", "merge"))
                SubmitButton("以我填写的覆盖", weight: .warning, choice: ("do", "overwrite"))
                LinkButton("放弃我的改动，看最新", to: WorkspacePath.process(draft), weight: .secondary)
            }
        }
    }

    @HTMLBuilder private var caseList: any HTML {
        if cases.isEmpty {
            p(.cssClass("hint")) { "还没有用例。在“试走”中走一遍办件，可以存为用例；提交前逐个重走，走不到原处的不能提交。" }
        }
        for (index, line) in cases.enumerated() {
            div(.cssClass("case-line")) {
                Badge(line.fault == nil ? "走通" : "走不通", tone: line.fault == nil ? .good : .bad)
                strong { line.name }
            }
            p(.cssClass("hint")) { "\(line.path)，应到：\(line.goal)" }
            if let fault = line.fault { p(.cssClass("field-error")) { fault } }
            if isOpen {
                FormFrame(to: WorkspacePath.processCase(draft, "remove"), hidden: hidden) {
                    HiddenField("case", String(index))
                    button(
                        .cssClass("button secondary"),
                        .type("submit"),
                        .aria(.label, "删除用例“\(line.name)”")
                    ) { "删除" }
                }
            }
        }
    }

    @HTMLBuilder private var steps: any HTML {
        switch draftState.stage {
        case .drafted:
            if isOpen {
                p(.cssClass("hint")) { "提交后由另一名人员核对公布。有不符之处或者走不通的用例，不能提交。先保存，再提交。" }
                FormFrame(to: WorkspacePath.process(draft, "submit"), hidden: hidden) {
                    TextArea(FieldCaption("note", label: "提交说明"), rows: 2, maxLength: 500)
                    SubmitButton("提交公布")
                }
            } else {
                p { "起草中，提交后才能公布。" }
            }
        case .submitted:
            if mayPublish {
                FormFrame(to: WorkspacePath.process(draft, "publish"), hidden: hidden) {
                    p { "公布后不能再改。新受理的办件从事项选用之日起按本版办理；在办件继续按受理时的版本办理。" }
                    SubmitButton("公布")
                }
                FormFrame(to: WorkspacePath.process(draft, "return"), hidden: hidden) {
                    TextArea(FieldCaption("reason", label: "退回理由", isRequired: true), rows: 2, maxLength: 500)
                    SubmitButton("退回修改", weight: .warning)
                }
            } else {
                p { "已提交，等待另一名人员公布。" }
            }
        case .published: p { "本版已公布，不能再改；要修改的，从它起草新版。" }
        }
    }
}
