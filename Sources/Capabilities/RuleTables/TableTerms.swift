package import DecisionTables

/// What is asked of a table: the facts it may look at, and the one thing it says.
package struct TableTerms: Hashable, Sendable {
    /// The table's identifier in files.
    package let id: String
    package let name: String
    /// What the table decides, as a question.
    package let question: String
    package let source: String
    package let facts: [DecisionTable.Input]
    package let output: DecisionTable.Output
    /// The policies that fit what is asked, the usual one first.
    package let policies: [HitPolicy]
    /// How a table that answers yes or no says either.
    package let yes: String
    package let no: String

    package init(
        id: String,
        name: String,
        question: String,
        source: String,
        facts: [DecisionTable.Input],
        output: DecisionTable.Output,
        policies: [HitPolicy] = [.unique, .first, .any],
        yes: String = "应当",
        no: String = "不必"
    ) {
        self.id = id
        self.name = name
        self.question = question
        self.source = source
        self.facts = facts
        self.output = output
        self.policies = policies
        self.yes = yes
        self.no = no
    }

    /// Returns what the table has that is not asked of it.
    package func foreign(in table: DecisionTable) -> RuleTableError? {
        for input in table.inputs {
            guard let fact = facts.first(where: { $0.name == input.name }), fact.type == input.type,
                fact.allowed == input.allowed, input.expression == nil
            else { return .foreignInput(input.name) }
        }
        guard table.outputs.count == 1, let output = table.outputs.first, output.name == self.output.name,
            output.type == self.output.type, output.allowed == self.output.allowed, output.otherwise == nil,
            policies.contains(table.hitPolicy)
        else { return .foreignOutput }
        return nil
    }

    /// Returns a table of a file with the facts and the output as they are asked for, by their names.
    ///
    /// Labels and lists of values are those of the terms: a cell outside them is a fault that the proof tells.
    ///
    /// - Throws: `RuleTableError` when it looks at other facts, or answers in another way.
    package func adopting(_ table: DecisionTable) throws(RuleTableError) -> DecisionTable {
        for input in table.inputs {
            guard let fact = facts.first(where: { $0.name == input.name }), fact.type == input.type,
                input.expression == nil || input.expression == input.name
            else { throw .foreignInput(input.name) }
        }
        guard table.outputs.count == 1, let said = table.outputs.first, said.type == output.type,
            said.otherwise == nil, policies.contains(table.hitPolicy)
        else { throw .foreignOutput }
        let adopted = DecisionTable(
            id: id,
            name: name,
            hitPolicy: table.hitPolicy,
            inputs: facts,
            outputs: [output],
            rules: table.rules.map { rule in
                DecisionTable.Rule(
                    when: facts.map { fact in
                        table.inputs.firstIndex { $0.name == fact.name }.map { rule.when[$0] } ?? "-"
                    },
                    then: rule.then,
                    note: rule.note
                )
            }
        )
        if let foreign = foreign(in: adopted) { throw foreign }
        return adopted
    }

    /// What a table said, in words: 应当, 不符合, or what it lists.
    package func words(_ value: FEELValue) -> String {
        if case .boolean(let isTrue) = value { isTrue ? yes : no } else { value.chinese }
    }
}

extension DecisionTable {
    /// A cell as a reader knows it: without quotation marks, and words for what may be anything.
    package static func words(_ cell: String) -> String {
        switch cell {
        case "-": "不限"
        case "true": "是"
        case "false": "否"
        default: cell.replacing("\", \"", with: "、").replacing("\"", with: "")
        }
    }

    /// The table for those who only read it: headings, and a row a rule; facts that no rule looks at are left out.
    package var sheet: (columns: [String], rows: [[String]]) {
        let deciding = decidingInputs
        let places = deciding.compactMap(inputs.firstIndex)
        return (
            deciding.map(\.label) + outputs.map(\.label) + ["含义和依据"],
            rules.map { rule in
                (places.map { rule.when[$0] } + rule.then).map(DecisionTable.words) + [rule.note ?? ""]
            }
        )
    }
}
