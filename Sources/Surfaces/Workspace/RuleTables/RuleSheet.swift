import DecisionTables
import HTML
import RuleTables

/// The rows of a table of rules, each with its faults; a form where it may be changed.
struct RuleSheet: Component {
    /// What tells it from other sheets of the page.
    let title: String
    let form: RuleForm
    let faults: [TableFault]
    /// Whether its cells may be changed.
    let isOpen: Bool

    var body: any HTML {
        let columns =
            [DataTable.Column("行", .whole)] + form.terms.facts.map { DataTable.Column($0.label) }
            + [DataTable.Column(form.terms.output.label), DataTable.Column("含义和依据")]
            + (isOpen ? [DataTable.Column("改动", .action)] : [])
        div(.cssClass("rule-sheet")) {
            DataTable(
                "\(title)：\(form.terms.name)",
                columns: columns,
                rows: form.rows.indices.map { DataTable.Row(cells($0), tone: marks($0).isEmpty ? nil : .bad) }
            )
        }
        let others = faults.filter(\.rules.isEmpty)
        if !others.isEmpty {
            ul(.cssClass("rule-faults")) { for fault in others { li { fault.chinese(in: form.table) } } }
        }
    }

    private func marks(_ row: Int) -> [String] {
        faults.filter { $0.rules.contains(row) }.map { $0.chinese(in: form.table) }
    }

    private func cells(_ row: Int) -> [any HTML] {
        let line = form.rows[row]
        let number = HTMLGroup(
            [strong { String(row + 1) }] + marks(row).map { mark in p(.cssClass("field-error")) { mark } }
        )
        let facts: [any HTML] = form.terms.facts.indices.map { place in
            let label = "第\(row + 1)行：\(form.terms.facts[place].label)"
            guard isOpen else { return DecisionTable.words(line.cells[place]) }
            let name = RuleForm.cell(row, place)
            return form.terms.facts[place].type == .boolean
                ? choice(name, line.cells[place], label, [("-", "不限"), ("true", "是"), ("false", "否")])
                : input(name, line.cells[place], label)
        }
        guard isOpen else {
            return [number] + facts + [DecisionTable.words(line.answer), line.note]
        }
        return [number] + facts + [
            choice(RuleForm.answer(row), line.answer, "第\(row + 1)行：\(form.terms.output.label)", answers(line)),
            input(RuleForm.note(row), line.note, "第\(row + 1)行：含义和依据"), acts(row),
        ]
    }

    /// What a row may say; what it says already stays, even when it may not be said.
    private func answers(_ line: RuleForm.Row) -> [(value: String, words: String)] {
        let known = form.choices
        return known.contains { $0.value == line.answer }
            ? known : [(line.answer, DecisionTable.words(line.answer))] + known
    }

    private func input(_ name: String, _ value: String, _ label: String) -> any HTML {
        Element("textarea", [.id(name), .name(name), .rows(2), .aria(.label, label), Attribute("spellcheck", "false")])
        {
            "\n"
            value
        }
    }

    private func choice(
        _ name: String,
        _ value: String,
        _ label: String,
        _ choices: [(value: String, words: String)]
    ) -> any HTML {
        Element("select", [.id(name), .name(name), .aria(.label, label)]) {
            for choice in choices { option(.value(choice.value), .selected(choice.value == value)) { choice.words } }
        }
    }

    private func acts(_ row: Int) -> any HTML {
        ButtonRow {
            act("上移", "up:\(row)", row)
            act("插入", "add:\(row)", row)
            act("删除", "remove:\(row)", row)
        }
    }

    private func act(_ label: String, _ value: String, _ row: Int) -> any HTML {
        button(
            .cssClass("button secondary"),
            .type("submit"),
            .name("do"),
            .value(value),
            .aria(.label, "第\(row + 1)行：\(label)")
        ) { label }
    }
}
