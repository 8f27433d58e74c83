import DecisionTables
import RuleTables
import WebServer

/// A table of rules as a form shows and sends it: a cell for every fact it may look at.
struct RuleForm: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        /// One cell a fact.
        var cells: [String]
        /// What it says, as a cell writes it; empty while nothing is chosen.
        var answer: String
        var note = ""
    }

    /// More rows than a person can keep apart.
    static let greatestRows = 200
    let terms: TableTerms
    var policy: HitPolicy
    var basis: String
    var rows: [Row]

    /// The form of a table; a fact that it has no column for may be anything.
    init(_ terms: TableTerms, _ table: DecisionTable, basis: String) {
        self.terms = terms
        policy = table.hitPolicy
        self.basis = basis
        rows = table.rules.map { rule in
            let cells = terms.facts.map { fact in
                table.inputs.firstIndex { $0.name == fact.name }.map { rule.when[$0] } ?? "-"
            }
            return Row(cells: cells, answer: rule.then.first ?? "", note: rule.note ?? "")
        }
    }

    /// Reads the form; rows are counted from 0 without gaps.
    init(_ terms: TableTerms, _ form: FormValues) {
        self.terms = terms
        policy = form["policy"].flatMap(HitPolicy.init) ?? terms.policies[0]
        basis = (form["basis"] ?? "").trimmingSpaces
        let fields = Dictionary(form.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        rows = (0..<RuleForm.greatestRows).prefix { fields[RuleForm.answer($0)] != nil }.map { row in
            Row(
                cells: terms.facts.indices.map { (fields[RuleForm.cell(row, $0)] ?? "").trimmingSpaces },
                answer: fields[RuleForm.answer(row)] ?? "",
                note: (fields[RuleForm.note(row)] ?? "").trimmingSpaces
            )
        }
    }

    static func cell(_ row: Int, _ fact: Int) -> String { "r\(row).c\(fact)" }
    static func answer(_ row: Int) -> String { "r\(row).answer" }
    static func note(_ row: Int) -> String { "r\(row).note" }

    /// Adds, removes or moves a row: `add:2`, `remove:0`, `up:3`; anything else changes nothing.
    mutating func apply(_ act: String) {
        let parts = act.split(separator: ":")
        guard parts.count == 2, let row = Int(parts[1]) else { return }
        switch parts[0] {
        case "add" where (0...rows.count).contains(row) && rows.count < RuleForm.greatestRows:
            rows.insert(empty, at: row)
        case "remove" where rows.indices.contains(row): rows.remove(at: row)
        case "up" where row > 0 && rows.indices.contains(row): rows.swapAt(row, row - 1)
        default: break
        }
    }

    private var empty: Row { Row(cells: terms.facts.map { _ in "-" }, answer: choices.first?.value ?? "") }

    /// What a row may say, as a cell writes it and in words.
    var choices: [(value: String, words: String)] {
        guard terms.output.type != .boolean else { return [("true", "是"), ("false", "否")] }
        return (terms.output.allowedValues ?? []).map { ($0.description, $0.chinese) }
    }

    /// The table that the form describes, right or not yet; an empty cell stays empty and is told as a fault.
    var table: DecisionTable {
        DecisionTable(
            id: terms.id,
            name: terms.name,
            hitPolicy: policy,
            inputs: terms.facts,
            outputs: [terms.output],
            rules: rows.map { row in
                DecisionTable.Rule(when: row.cells, then: [row.answer], note: row.note.isEmpty ? nil : row.note)
            }
        )
    }
}
