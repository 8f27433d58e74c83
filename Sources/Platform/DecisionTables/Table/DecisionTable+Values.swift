extension DecisionTable.Input {
    /// Returns what a cell of the column asks for.
    ///
    /// - Throws: `FEELFault`, also for a cell that compares with another fact.
    package func tests(_ cell: String) throws(FEELFault) -> UnaryTests { try UnaryTests(cell, type: type) }

    /// Whether the fact may have the value; anything of the type where nothing is said.
    package func allows(_ value: FEELValue) -> Bool {
        guard value.type == type else { return false }
        guard let allowed, let tests = try? UnaryTests(allowed, type: type) else { return true }
        return tests.hold(for: value)
    }

    /// The values, where they are listed one by one.
    package var allowedValues: [FEELValue]? {
        allowed.flatMap { try? UnaryTests($0, type: type) }?.listed
    }
}

extension DecisionTable.Output {
    /// The values, where they are listed one by one.
    package var allowedValues: [FEELValue]? {
        allowed.flatMap { try? UnaryTests($0, type: type) }?.listed
    }

    /// The value that a cell of the column writes; `nil` where it computes or cannot be read.
    package func value(_ cell: String) -> FEELValue? {
        var names = FEELNames()
        return (try? FEELExpression(cell, names: &names))?.constant
    }
}

extension DecisionTable {
    /// The inputs of which some rule says anything.
    package var decidingInputs: [Input] {
        inputs.indices.filter { place in rules.contains { $0.when[place] != "-" } }.map { inputs[$0] }
    }
}
