import Interchange

extension DecisionTable {
    /// The table as a file of DMN 1.3, with an element for each fact it asks for.
    package func dmn() -> String { DMNText(self).document }
}

/// Writes one table; every text is escaped, every identifier is one of XML.
private struct DMNText {
    let table: DecisionTable
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    init(_ table: DecisionTable) {
        self.table = table
    }

    var document: String {
        var copy = self
        copy.write()
        return copy.text
    }

    private var identifier: String { DMNText.isName(table.id) ? table.id : "table" }

    private mutating func write() {
        open(
            0,
            "definitions",
            [
                ("xmlns", DMNVersion.v13.rawValue), ("id", "definitions_\(identifier)"), ("name", table.name),
                ("namespace", "urn:hengjian:decision:\(DMNText.isName(table.id) ? table.id : "table")"),
            ]
        )
        let facts = self.facts
        for (place, fact) in facts.enumerated() {
            open(1, "inputData", [("id", "fact_\(place + 1)"), ("name", fact.name)])
            empty(2, "variable", [("name", fact.name)] + (fact.type.map { [("typeRef", $0.rawValue)] } ?? []))
            close(1, "inputData")
        }
        open(1, "decision", [("id", identifier), ("name", table.name)])
        let type = table.outputs.count == 1 && table.hitPolicy.isSingle ? table.outputs[0].type : nil
        let name = table.outputs.count == 1 ? table.outputs[0].name : table.name
        empty(2, "variable", [("name", name)] + (type.map { [("typeRef", $0.rawValue)] } ?? []))
        for place in facts.indices {
            open(2, "informationRequirement", [("id", "requirement_\(place + 1)")])
            empty(3, "requiredInput", [("href", "#fact_\(place + 1)")])
            close(2, "informationRequirement")
        }
        writeTable()
        close(1, "decision")
        close(0, "definitions")
    }

    /// What the columns ask for: facts of their own name, and those their expressions name.
    private var facts: [(name: String, type: FEELType?)] {
        var facts: [(name: String, type: FEELType?)] = []
        for input in table.inputs {
            guard let expression = input.expression else {
                facts.append((input.name, input.type))
                continue
            }
            let named = (try? FEELExpression.reading(expression))?.facts ?? []
            facts += named.map { ($0, nil) }
        }
        var seen: Set<String> = []
        return facts.filter { seen.insert($0.name).inserted }
    }

    private mutating func writeTable() {
        let (policy, aggregation) = table.hitPolicy.dmn
        let gathering = aggregation.map { [("aggregation", $0)] } ?? []
        open(2, "decisionTable", [("id", "\(identifier)_table"), ("hitPolicy", policy)] + gathering)
        for (place, input) in table.inputs.enumerated() {
            open(3, "input", [("id", "input_\(place + 1)"), ("label", input.label)])
            open(4, "inputExpression", [("id", "input_\(place + 1)_expression"), ("typeRef", input.type.rawValue)])
            line(5, "text", input.expression ?? input.name)
            close(4, "inputExpression")
            if let allowed = input.allowed { entry(4, "inputValues", nil, allowed) }
            close(3, "input")
        }
        for (place, output) in table.outputs.enumerated() {
            let names = [("name", output.name), ("label", output.label), ("typeRef", output.type.rawValue)]
            open(3, "output", [("id", "output_\(place + 1)")] + names)
            if let allowed = output.allowed { entry(4, "outputValues", nil, allowed) }
            if let otherwise = output.otherwise { entry(4, "defaultOutputEntry", nil, otherwise) }
            close(3, "output")
        }
        for (number, rule) in table.rules.enumerated() { write(rule, number + 1) }
        close(2, "decisionTable")
    }

    private mutating func write(_ rule: DecisionTable.Rule, _ number: Int) {
        open(3, "rule", [("id", "rule_\(number)")])
        // Every release and program knows the description of a rule; columns of annotations only some.
        if let note = rule.note { line(4, "description", note) }
        for (place, cell) in rule.when.enumerated() { entry(4, "inputEntry", "rule_\(number)_in_\(place + 1)", cell) }
        for (place, cell) in rule.then.enumerated() { entry(4, "outputEntry", "rule_\(number)_out_\(place + 1)", cell) }
        close(3, "rule")
    }

    // MARK: - Markup

    private mutating func entry(_ depth: Int, _ name: String, _ id: String?, _ content: String) {
        open(depth, name, id.map { [("id", $0)] } ?? [])
        line(depth + 1, "text", content)
        close(depth, name)
    }

    private mutating func open(_ depth: Int, _ name: String, _ attributes: [(String, String)]) {
        text += "\(indent(depth))<\(name)\(written(attributes))>\n"
    }

    private mutating func close(_ depth: Int, _ name: String) { text += "\(indent(depth))</\(name)>\n" }

    private mutating func empty(_ depth: Int, _ name: String, _ attributes: [(String, String)]) {
        text += "\(indent(depth))<\(name)\(written(attributes))/>\n"
    }

    private mutating func line(_ depth: Int, _ name: String, _ content: String) {
        text += "\(indent(depth))<\(name)>\(XMLText.escape(content))</\(name)>\n"
    }

    private func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(XMLText.escape($1))\"" }.joined()
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    /// Whether a text is an identifier of XML.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
    }
}
