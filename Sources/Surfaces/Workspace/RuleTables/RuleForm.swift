import DecisionTables
import RuleTables
import WebServer

/// A table of rules as a form shows and sends it: a cell for every fact of its use.
struct RuleForm: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        /// One cell a fact.
        var cells: [String]
        /// `true`, `false`, or empty.
        var answer = "true"
        var note = ""
    }

    /// More rows than a person can keep apart.
    static let greatestRows = 200
    /// The policies that give one answer and need no list of outputs.
    static let policies: [HitPolicy] = [.unique, .first, .any]

    let use: TableUse
    var policy: HitPolicy
    var basis: String
    var rows: [Row]

    /// The form of a table; a fact that it has no column for may be anything.
    init(_ use: TableUse, _ table: DecisionTable, basis: String) {
        self.use = use
        policy = table.hitPolicy
        self.basis = basis
        rows = table.rules.map { rule in
            let cells = use.facts.map { fact in
                table.inputs.firstIndex { $0.name == fact.name }.map { rule.when[$0] } ?? "-"
            }
            return Row(cells: cells, answer: rule.then.first ?? "", note: rule.note ?? "")
        }
    }

    /// Reads the form; rows are counted from 0 without gaps.
    init(_ use: TableUse, _ form: FormValues) {
        self.use = use
        policy = form["policy"].flatMap(HitPolicy.init) ?? .unique
        basis = (form["basis"] ?? "").trimmingSpaces
        let fields = Dictionary(form.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        rows = (0..<RuleForm.greatestRows).prefix { fields[RuleForm.answer($0)] != nil }.map { row in
            Row(
                cells: use.facts.indices.map { (fields[RuleForm.cell(row, $0)] ?? "").trimmingSpaces },
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
            rows.insert(Row(cells: use.facts.map { _ in "-" }), at: row)
        case "remove" where rows.indices.contains(row): rows.remove(at: row)
        case "up" where row > 0 && rows.indices.contains(row): rows.swapAt(row, row - 1)
        default: break
        }
    }

    /// The table that the form describes, right or not yet; an empty cell stays empty and is told as a fault.
    var table: DecisionTable {
        DecisionTable(
            id: use.rawValue,
            name: use.chinese,
            hitPolicy: policy,
            inputs: use.facts,
            outputs: [TableUse.output],
            rules: rows.map { row in
                DecisionTable.Rule(when: row.cells, then: [row.answer], note: row.note.isEmpty ? nil : row.note)
            }
        )
    }
}
