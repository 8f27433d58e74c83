extension DecisionTable {
    /// Tables above this are a mistake; a person cannot read them.
    static let mostCells = 20_000

    /// Reads every cell.
    ///
    /// - Returns: the table made ready, or `nil` and why not.
    package func read() -> (decision: Decision?, faults: [TableFault]) {
        var reader = TableReader(self)
        let decision = reader.read()
        return (reader.faults.isEmpty ? decision : nil, reader.faults)
    }
}

/// Goes through a table and gathers what is wrong with it.
private struct TableReader {
    let table: DecisionTable
    var faults: [TableFault] = []
    private var names = FEELNames(isOpen: true)

    init(_ table: DecisionTable) {
        self.table = table
    }

    mutating func read() -> Decision? {
        guard hasShape() else { return nil }
        var inputs: [Decision.ReadInput] = []
        for (place, input) in table.inputs.enumerated() {
            let expression = expression(of: input, place)
            inputs.append(Decision.ReadInput(expression: expression, allowed: nil))
        }
        let facts = names.names
        names = FEELNames(facts)
        inputs = table.inputs.enumerated().map { place, input in
            let allowed = input.allowed.flatMap { tests($0, input.type, at: .inputValues(place)) }
            return Decision.ReadInput(expression: inputs[place].expression, allowed: allowed)
        }
        let outputs = table.outputs.enumerated().map { place, output in self.output(output, place) }
        let rules = table.rules.enumerated().map { number, rule in self.rule(rule, number, outputs) }
        if table.hitPolicy.isAggregate,
            outputs.count != 1 || table.hitPolicy != .collectCount && !adds(table.outputs[0].type)
        {
            faults.append(.notAggregable)
        }
        return Decision(table: table, facts: facts, inputs: inputs, outputs: outputs, rules: rules)
    }

    private func adds(_ type: FEELType) -> Bool {
        switch type {
        case .number, .daysDuration, .monthsDuration: true
        case .string, .boolean, .date, .time, .dateTime: table.hitPolicy != .collectSum
        }
    }

    private mutating func hasShape() -> Bool {
        if table.outputs.isEmpty { faults.append(.noOutput) }
        if table.rules.isEmpty { faults.append(.noRule) }
        for names in [table.inputs.map(\.name), table.outputs.map(\.name)] {
            var seen: Set<String> = []
            faults += names.filter { $0.isEmpty || !seen.insert($0).inserted }.map(TableFault.badName)
        }
        for (number, rule) in table.rules.enumerated()
        where rule.when.count != table.inputs.count || rule.then.count != table.outputs.count {
            faults.append(.width(rule: number))
        }
        if table.rules.count * (table.inputs.count + table.outputs.count) > DecisionTable.mostCells {
            faults.append(.tooLarge)
        }
        return faults.isEmpty
    }

    /// The fact of the same name, whatever characters the name has, or what the column computes.
    private mutating func expression(of input: DecisionTable.Input, _ place: Int) -> FEELExpression {
        guard let text = input.expression else { return .fact(names.add(input.name)) }
        do {
            return try FEELExpression(text, names: &names)
        } catch {
            faults.append(.unreadable(.inputExpression(place), error))
            return .literal(.null)
        }
    }

    private mutating func tests(_ text: String, _ type: FEELType, at place: TableFault.Place) -> UnaryTests? {
        do {
            return try UnaryTests(text, type: type, names: names)
        } catch {
            faults.append(.unreadable(place, error))
            return nil
        }
    }

    private mutating func output(_ output: DecisionTable.Output, _ place: Int) -> Decision.ReadOutput {
        let allowed = output.allowed.flatMap { tests($0, output.type, at: .outputValues(place)) }
        let ranking = allowed?.listed
        if table.hitPolicy.needsOrder, ranking == nil { faults.append(.orderMissing(output: place)) }
        let read = Decision.ReadOutput(allowed: allowed, ranking: ranking, otherwise: nil)
        let otherwise = output.otherwise.flatMap { value($0, output.type, read, at: .otherwise(place)) }
        return Decision.ReadOutput(allowed: allowed, ranking: ranking, otherwise: otherwise)
    }

    private mutating func rule(
        _ rule: DecisionTable.Rule,
        _ number: Int,
        _ outputs: [Decision.ReadOutput]
    ) -> Decision.ReadRule {
        let tests = rule.when.enumerated().map { place, cell in
            self.tests(cell, table.inputs[place].type, at: .condition(rule: number, input: place)) ?? .any
        }
        let values = rule.then.enumerated().map { place, cell in
            let type = table.outputs[place].type
            let at = TableFault.Place.conclusion(rule: number, output: place)
            return value(cell, type, outputs[place], at: at) ?? .literal(.null)
        }
        return Decision.ReadRule(tests: tests, values: values)
    }

    private mutating func value(
        _ text: String,
        _ type: FEELType,
        _ output: Decision.ReadOutput,
        at place: TableFault.Place
    ) -> FEELExpression? {
        do {
            let expression = try FEELExpression(text, names: &names)
            guard let value = expression.constant, value != .null else { return expression }
            if let found = value.type, found != type {
                faults.append(.wrongType(place, expected: type, found: found))
            } else if let allowed = output.allowed, !allowed.hold(for: value) {
                faults.append(.notAllowed(place))
            }
            return expression
        } catch {
            faults.append(.unreadable(place, error))
            return nil
        }
    }
}
