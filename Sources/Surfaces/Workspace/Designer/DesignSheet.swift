import HTML
import Kernel
import Processes

/// The table of steps as a form: every row with its outcomes below it.
struct DesignSheet: Component {
    let table: DesignTable
    let findings: DesignFindings
    let errors: [FieldError]
    let isOpen: Bool

    private static let kinds = StepKind.allCases.map { DesignCell.Option(key: $0.rawValue, words: $0.chinese) }
    private static let effects = OutcomeEffect.allCases.map { DesignCell.Option(key: $0.rawValue, words: $0.chinese) }
    private static let postKinds = PostKind.allCases.map { DesignCell.Option(key: $0.rawValue, words: $0.chinese) }

    private var posts: [DesignCell.Option] { table.posts.map { DesignCell.Option(key: $0.id, words: $0.name) } }

    var body: any HTML {
        Element("datalist", [.id("node-names")]) {
            for name in NameBook(findings.content.definition).all { option(.value(name)) { NoHTML() } }
        }
        ErrorSummary(errors)
        Panel("流程和时限") {
            div(.cssClass("design-row")) {
                cell("name", "流程名称", table.name, width: "wide")
                cell("promised", "承诺时限", table.promised)
                cell("statutory", "法定时限", table.statutory)
                cell("first", "起始环节", table.first, .names)
            }
        }
        Panel("环节", anchor: "steps") {
            p(.cssClass("hint")) {
                "去向写环节、汇合或者终点的名称，几个同时进行的用“；”隔开。文书每行一份，法定内容写在括号里，如“受理通知书（印章；日期）”。"
            }
            for (index, row) in table.steps.enumerated() { step(row, at: index) }
            if isOpen { act("在末尾增加环节", "add:\(table.steps.count)") }
        }
        Panel("岗位") { for (index, row) in withBlank(table.posts, .init()).enumerated() { post(row, at: index) } }
        Panel("汇合和终点") {
            for (index, row) in withBlank(table.junctions, .init()).enumerated() { junction(row, at: index) }
            for (index, row) in withBlank(table.endings, .init()).enumerated() { ending(row, at: index) }
        }
    }

    private func withBlank<Row>(_ rows: [Row], _ blank: Row) -> [Row] { isOpen ? rows + [blank] : rows }

    private func cell(
        _ name: String,
        _ label: String,
        _ value: String,
        _ control: DesignCell.Control = .line,
        width: String = ""
    ) -> any HTML {
        DesignCell(name: name, label: label, value: value, control: control, width: width, errors: errors)
    }

    private func act(_ label: String, _ value: String, says: String? = nil) -> any HTML {
        button(
            .cssClass("button secondary"),
            .type("submit"),
            .name("do"),
            .value(value),
            .when(says != nil, .aria(.label, says ?? ""))
        ) { label }
    }

    private func step(_ row: DesignTable.StepRow, at index: Int) -> any HTML {
        func field(_ name: String) -> String { DesignTable.step(index, name) }
        let faults = findings.faults(at: Step.ID(row.id))
        return Element(
            "fieldset",
            [.id("step-\(index)"), .cssClass(faults.isEmpty ? "design-step" : "design-step has-fault")]
        ) {
            legend { "\(index + 1) \(row.name)" }
            HiddenField(field("id"), row.id)
            HiddenField(field("was"), row.was)
            div(.id("mark-\(index)"), .aria(.live, "polite")) {
                StepMark(faults: faults, definition: findings.content.definition)
            }
            div(.cssClass("design-row")) {
                cell(field("name"), "环节名称", row.name)
                cell(field("kind"), "性质", row.kind, .list(DesignSheet.kinds, hasNone: nil))
                cell(field("post"), "岗位", row.post, .list(posts, hasNone: nil))
                cell(field("limit"), "时限", row.limit, width: "short")
                cell(field("source"), "时限依据", row.source)
                cell(field("documents"), "文书", row.documents, .lines, width: "wide")
            }
            for (number, outcome) in withBlank(row.outcomes, .init()).enumerated() {
                self.outcome(outcome, at: index, number)
            }
            details {
                summary { "更多要求" }
                div(.cssClass("design-row")) {
                    cell(field("officers"), "办理人数", row.officers, width: "short")
                    cell(field("differsFrom"), "不得由这些环节的人员办理", row.differsFrom, .names)
                    cell(field("countersign"), "会签", row.countersign, width: "short")
                    cell(field("earliest"), "最短期限", row.earliest, width: "short")
                    cell(field("earliestSource"), "最短期限依据", row.earliestSource)
                    cell(field("excludedBy"), "不计入时限的依据", row.excludedBy)
                    cell(field("requirements"), "工作要求", row.requirements, .lines, width: "wide")
                }
            }
            if isOpen {
                div(.cssClass("button-row")) {
                    act("上移", "up:\(index)", says: "上移“\(row.name)”")
                    act("下移", "down:\(index)", says: "下移“\(row.name)”")
                    act("在后面插入环节", "add:\(index + 1)", says: "在“\(row.name)”后面插入环节")
                    act("删除", "remove:\(index)", says: "删除“\(row.name)”")
                }
            }
        }
    }

    private func outcome(_ row: DesignTable.OutcomeRow, at step: Int, _ index: Int) -> any HTML {
        func field(_ name: String) -> String { DesignTable.outcome(step, index, name) }
        return div(.cssClass("design-row design-outcome")) {
            HiddenField(field("id"), row.id)
            cell(field("name"), row.id.isEmpty ? "新的办理结果" : "办理结果", row.name)
            cell(field("effect"), "法律效果", row.effect, .list(DesignSheet.effects, hasNone: "仅推进流程"))
            cell(field("next"), "去向", row.next, .names)
            cell(field("documents"), "结果文书", row.documents, .lines)
        }
    }

    private func post(_ row: DesignTable.PostRow, at index: Int) -> any HTML {
        div(.cssClass("design-row")) {
            HiddenField(DesignTable.post(index, "id"), row.id)
            cell(DesignTable.post(index, "name"), row.id.isEmpty ? "新岗位" : "岗位 \(index + 1)", row.name)
            cell(DesignTable.post(index, "kind"), "层级", row.kind, .list(DesignSheet.postKinds, hasNone: nil))
        }
    }

    private func junction(_ row: DesignTable.JunctionRow, at index: Int) -> any HTML {
        div(.cssClass("design-row")) {
            cell(DesignTable.junction(index, "id"), row.id.isEmpty ? "新汇合" : "汇合", row.id)
            cell(DesignTable.junction(index, "rule"), "等待", row.rule)
            cell(DesignTable.junction(index, "next"), "汇合之后", row.next, .names)
        }
    }

    private func ending(_ row: DesignTable.EndingRow, at index: Int) -> any HTML {
        div(.cssClass("design-row")) {
            HiddenField(DesignTable.ending(index, "id"), row.id)
            HiddenField(DesignTable.ending(index, "was"), row.was)
            cell(DesignTable.ending(index, "name"), row.id.isEmpty ? "新终点" : "终点 \(index + 1)", row.name)
        }
    }
}
