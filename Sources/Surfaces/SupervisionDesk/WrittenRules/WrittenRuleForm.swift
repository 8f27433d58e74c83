import DecisionTables
import HTML
import Kernel
import Supervision
import WebServer

/// A written rule as a form shows and sends it: up to four facts side by side, and rows of conditions on them.
struct WrittenRuleForm: Sendable {
    struct Row: Hashable, Sendable {
        var cells: [String]
        var answer = "true"
        var note = ""

        var isEmpty: Bool { note.isEmpty && cells.allSatisfy { $0.isEmpty || $0 == "-" } }
    }

    static let columns = 4
    static let rows = 6

    var code: String
    var title = ""
    var division: String
    var dimension = Dimension.conduct.rawValue
    var level = FindingLevel.warning.rawValue
    var reach = WrittenRule.Reach.act.rawValue
    var message = ""
    var article = ""
    /// The raw values of the facts; empty for a column that is not used.
    var facts: [String]
    var lines: [Row]

    init(division: String) {
        code = RuleCode.writtenPrefix
        self.division = division
        facts = Array(repeating: "", count: WrittenRuleForm.columns)
        lines = []
    }

    init(_ rule: WrittenRule) {
        code = rule.code.rawValue
        title = rule.title
        division = rule.division
        dimension = rule.dimension.rawValue
        level = rule.level.rawValue
        reach = rule.reach.rawValue
        message = rule.message
        article = rule.article
        facts = rule.table.inputs.map(\.name)
        lines = rule.table.rules.map { Row(cells: $0.when, answer: $0.then.first ?? "true", note: $0.note ?? "") }
    }

    init(_ form: FormValues) {
        let text = { (name: String) in form.trimmed(name) }
        code = text("code")
        title = text("title")
        division = text("division")
        dimension = text("dimension")
        level = text("level")
        reach = text("reach")
        message = text("message")
        article = text("article")
        facts = (0..<WrittenRuleForm.columns).map { text(WrittenRuleForm.fact($0)) }
        lines = (0..<WrittenRuleForm.rows).map { row in
            Row(
                cells: (0..<WrittenRuleForm.columns).map { text(WrittenRuleForm.cell(row, $0)) },
                answer: text(WrittenRuleForm.answer(row)),
                note: text(WrittenRuleForm.note(row))
            )
        }.filter { !$0.isEmpty }
    }

    static func fact(_ column: Int) -> String { "fact\(column)" }
    static func cell(_ row: Int, _ column: Int) -> String { "r\(row).c\(column)" }
    static func answer(_ row: Int) -> String { "r\(row).answer" }
    static func note(_ row: Int) -> String { "r\(row).note" }

    /// Returns the rule the form describes, its table right or not yet; `nil` when a choice is none of those offered.
    var rule: WrittenRule? {
        guard let code = RuleCode(rawValue: code), let dimension = Dimension(rawValue: dimension),
            let level = FindingLevel(rawValue: level), let reach = WrittenRule.Reach(rawValue: reach)
        else { return nil }
        let used = facts.enumerated().compactMap { column, name in CaseFact(rawValue: name).map { (column, $0) } }
        let rows = lines.map { line in
            DecisionTable.Rule(
                when: used.map { column, fact in
                    line.cells.indices.contains(column) ? WrittenRuleForm.cell(line.cells[column], fact) : "-"
                },
                then: [line.answer == "false" ? "false" : "true"],
                note: line.note.isEmpty ? nil : line.note
            )
        }
        return WrittenRule(
            code: code,
            title: title,
            division: division,
            dimension: dimension,
            level: level,
            reach: reach,
            message: message,
            article: article,
            table: WrittenRule.table(code, used.map(\.1), rows)
        )
    }

    /// Reads a cell as people write it: words without quotation marks, 是 and 否, ≥ and ≤.
    private static func cell(_ text: String, _ fact: CaseFact) -> String {
        guard !text.isEmpty, text != "-" else { return "-" }
        switch fact.input.type {
        case .boolean: return ["是": "true", "否": "false"][text] ?? text
        case .string:
            guard !text.contains("\""), !text.contains("(") else { return text }
            return text.split { "、，, ".contains($0) }.map { FEELValue.string(String($0)).description }
                .joined(separator: ", ")
        case .number, .date, .time, .dateTime, .daysDuration, .monthsDuration:
            return text.replacing("≥", with: ">= ").replacing("≤", with: "<= ")
        }
    }
}

/// The form by which a supervisor writes a rule.
struct WrittenRuleFields: Component {
    let form: WrittenRuleForm
    let divisions: [Choice]
    /// Whether the rule has a name already, which it keeps.
    let isKnown: Bool
    let hidden: [HiddenField]

    var body: any HTML {
        FormFrame(to: SupervisionPath.writtenRules, hidden: hidden) {
            div(.cssClass("search-grid")) {
                if isKnown {
                    input(.type("hidden"), .name("code"), .value(form.code))
                } else {
                    TextField(
                        FieldCaption("code", label: "代码", hint: "LOC-加大写字母、数字或者-", isRequired: true),
                        value: form.code,
                        maxLength: 24
                    )
                }
                TextField(FieldCaption("title", label: "名称", isRequired: true), value: form.title, maxLength: 60)
                SelectField(
                    FieldCaption("division", label: "适用区划", isRequired: true),
                    choices: divisions,
                    chosen: form.division
                )
                SelectField(
                    FieldCaption("dimension", label: "维度", isRequired: true),
                    choices: Dimension.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: form.dimension
                )
                SelectField(
                    FieldCaption("level", label: "级别", isRequired: true),
                    choices: FindingLevel.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: form.level
                )
                SelectField(
                    FieldCaption("reach", label: "核对", isRequired: true),
                    choices: WrittenRule.Reach.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: form.reach
                )
            }
            TextField(
                FieldCaption("message", label: "情形表述", hint: "监察信息上的一句话", isRequired: true),
                value: form.message,
                maxLength: 200
            )
            TextField(
                FieldCaption("article", label: "依据", hint: "法律文件和条款", isRequired: true),
                value: form.article,
                maxLength: 120
            )
            p(.cssClass("hint")) {
                "先在表头选事实，再逐行写条件，同一行的条件同时满足才算；从上往下，先满足的一行作数，都不满足的不属于。不限的留空；数写 >= 3、< 10 或者 [1..5]；文字直接写，几个用、隔开；是非写是或者否。"
            }
            div(.cssClass("rule-sheet")) { DataTable("条件表", columns: columns, rows: rows) }
            ButtonRow { SubmitButton("保存草稿") }
        }
    }

    private var columns: [DataTable.Column] {
        [.init("行", .whole)] + (0..<WrittenRuleForm.columns).map { .init("事实\($0 + 1)") }
            + [.init("属于"), .init("说明")]
    }

    private var rows: [DataTable.Row] {
        let names = (0..<WrittenRuleForm.columns).map { column -> any HTML in
            choice(
                WrittenRuleForm.fact(column),
                form.facts.indices.contains(column) ? form.facts[column] : "",
                "事实\(column + 1)",
                [("", "不用")] + CaseFact.allCases.map { ($0.rawValue, $0.chinese) }
            )
        }
        let head = DataTable.Row([""] + names + ["", ""])
        return [head]
            + (0..<WrittenRuleForm.rows).map { row in
                let line =
                    form.lines.indices.contains(row) ? form.lines[row] : WrittenRuleForm.Row(cells: [])
                let cells = (0..<WrittenRuleForm.columns).map { column -> any HTML in
                    let cell = line.cells.indices.contains(column) ? line.cells[column] : ""
                    return entry(
                        WrittenRuleForm.cell(row, column),
                        cell == "-" ? "" : WrittenRuleSheet.shown(cell),
                        "第\(row + 1)行：事实\(column + 1)"
                    )
                }
                return DataTable.Row(
                    [strong { "\(row + 1)" }] + cells + [
                        choice(
                            WrittenRuleForm.answer(row),
                            line.answer,
                            "第\(row + 1)行：属于",
                            [("true", "是"), ("false", "否")]
                        ), entry(WrittenRuleForm.note(row), line.note, "第\(row + 1)行：说明"),
                    ]
                )
            }
    }

    private func entry(_ name: String, _ value: String, _ label: String) -> any HTML {
        input(
            .id(name),
            .name(name),
            .type("text"),
            .value(value),
            .aria(.label, label),
            Attribute("maxlength", "200"),
            Attribute("spellcheck", "false")
        )
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
}

/// The rows of a written rule, to be read.
struct WrittenRuleSheet: Component {
    let rule: WrittenRule

    var body: any HTML {
        div(.cssClass("rule-sheet")) {
            DataTable(
                "条件表",
                columns: [.init("行", .whole)] + rule.table.inputs.map { .init($0.label) }
                    + [.init("属于"), .init("说明")],
                rows: rule.table.rules.enumerated().map { row, line in
                    DataTable.Row(
                        [strong { "\(row + 1)" }] + line.when.map { $0 == "-" ? "不限" : WrittenRuleSheet.shown($0) }
                            + [line.then == ["true"] ? "是" : "否", line.note ?? ""]
                    )
                }
            )
        }
    }

    /// A cell as people write it.
    static func shown(_ cell: String) -> String {
        switch cell {
        case "true": "是"
        case "false": "否"
        default:
            cell.contains("(") ? cell : cell.replacing("\", \"", with: "、").replacing("\"", with: "")
        }
    }
}
