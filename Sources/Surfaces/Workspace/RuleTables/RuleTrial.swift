import DecisionTables
import HTML
import RuleTables
import WebServer

/// Facts somebody tries on a table, and what the tables say to them.
struct RuleTrial: Sendable {
    /// What some table looks at.
    let facts: [DecisionTable.Input]
    /// As entered, by the fact's name; empty before anything was tried.
    let entries: [String: String]
    /// What stands in the way, by the fact's name.
    let faults: [String: String]
    let answers: [(table: String, words: String)]

    init(_ terms: TableTerms, _ query: FormValues, on tables: [(name: String, table: DecisionTable)]) {
        let looked = Set(tables.flatMap { $0.table.decidingInputs.map(\.name) })
        facts = terms.facts.filter { looked.contains($0.name) }
        let given = facts.compactMap { fact in query[RuleTrial.field(fact)].map { (fact, $0.trimmingSpaces) } }
        entries = Dictionary(given.map { ($0.0.name, $0.1) }) { first, _ in first }
        var faults: [String: String] = [:]
        var values: [String: FEELValue] = [:]
        for (fact, entry) in given {
            let value = FEELValue(entry: entry, of: fact.type)
            let isAllowed = value.map { fact.allows($0) } ?? false
            if isAllowed {
                values[fact.name] = value
            } else {
                faults[fact.name] = "应为\(fact.type.chinese)，实为“\(entry)”"
            }
        }
        self.faults = faults
        guard !given.isEmpty, faults.isEmpty else {
            answers = []
            return
        }
        answers = tables.map { name, table in
            guard let decision = table.read().decision else { return (name, "有的格不能读，无法判断") }
            let outcome = decision.decide(values)
            let rows = outcome.rules.map { "第\($0 + 1)行" }.joined(separator: "、")
            guard let value = outcome.values?.first else {
                return (name, outcome.isConflict ? "\(rows)同时适用，没有结论" : "没有一行适用")
            }
            let note = outcome.rules.first.flatMap { table.rules[$0].note } ?? ""
            return (name, "\(terms.words(value))：\(rows)\(note.isEmpty ? "" : "，\(note)")")
        }
    }

    static func field(_ fact: DecisionTable.Input) -> String { "try.\(fact.name)" }
}

/// The form to try facts; it changes nothing and is an address one can send to somebody.
struct RuleTrialPanel: Component {
    let terms: TableTerms
    let address: String
    let trial: RuleTrial

    var body: any HTML {
        Panel("试一试", anchor: "trial") {
            if trial.facts.isEmpty { p(.cssClass("hint")) { "表中还没有条件可以试。" } }
            for answer in trial.answers {
                p {
                    strong { "\(answer.table)：" }; answer.words
                }
            }
            if !trial.facts.isEmpty {
                Element("form", [.action("\(address)#trial"), .method(.get)]) {
                    for fact in trial.facts { field(fact) }
                    SubmitButton("判断", weight: .secondary)
                }
            }
        }
    }

    private func field(_ fact: DecisionTable.Input) -> any HTML {
        let name = RuleTrial.field(fact)
        let fault = trial.faults[fact.name].map { [FieldError(field: name, message: $0)] }
        let caption = FieldCaption(name, label: fact.label, isRequired: true, errors: fault ?? [])
        let entry = trial.entries[fact.name] ?? ""
        if let words = fact.words {
            return SelectField(caption, choices: words.map { Choice($0, $0) }, chosen: entry)
        }
        if fact.type == .boolean {
            return SelectField(caption, choices: [Choice("false", "否"), Choice("true", "是")], chosen: entry)
        }
        return TextField(caption, value: entry, width: .short)
    }
}

extension DecisionTable.Input {
    /// The words the fact may be, in their order; `nil` for anything but listed words.
    var words: [String]? {
        guard type == .string else { return nil }
        return allowedValues?.compactMap { if case .string(let word) = $0 { word } else { nil } }
    }
}
