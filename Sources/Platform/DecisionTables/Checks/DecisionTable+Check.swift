extension DecisionTable {
    /// How many overlaps are told at most.
    static let mostExamples = 10

    /// Returns what speaks against the table; empty when it is proved.
    ///
    /// Proved is: every cell can be read and hold; one result for every combination of inputs where the policy asks
    /// for one; no rule that never counts.
    package func check() -> [TableFault] {
        let (decision, faults) = read()
        guard let decision else { return faults }
        return decision.faults
    }
}

extension Decision {
    fileprivate var faults: [TableFault] {
        var faults: [TableFault] = []
        for (number, rule) in rules.enumerated() {
            for (input, tests) in rule.tests.enumerated() where tests.operands.contains(where: { !$0.isConstant }) {
                faults.append(.unprovable(rule: number, input: input))
            }
        }
        guard faults.isEmpty else { return faults }
        let cells = table.inputs.indices.map { self.cells(of: $0) }
        for (input, column) in cells.enumerated() {
            let holding = Set(column.flatMap(\.rules))
            faults += rules.indices.filter { !holding.contains($0) }.map { .neverHolds(rule: $0, input: input) }
        }
        guard let survivors = Survivors(columns: cells.map { $0.map(\.rules) }, rules: rules.count) else {
            return faults + [.tooManyCombinations]
        }
        return faults
            + survivors.meetings.compactMap { meeting in
                fault(meeting.rules, zip(cells, meeting.cells).map { $0[$1].value })
            }.prefix(DecisionTable.mostExamples) + unreachable(survivors, cells, faults)
    }

    private var isComplete: Bool { outputs.allSatisfy { $0.otherwise != nil } }

    private func fault(_ rules: [Int], _ example: [FEELValue]) -> TableFault? {
        switch table.hitPolicy {
        case .unique where rules.count > 1: .overlap(rules: rules, example)
        case .any where rules.contains { differs($0, rules[0]) }: .overlap(rules: rules, example)
        case .unique, .any, .priority, .first: rules.isEmpty && !isComplete ? .gap(example) : nil
        case .collect, .collectSum, .collectLeast, .collectGreatest, .collectCount, .ruleOrder, .outputOrder: nil
        }
    }

    private func differs(_ left: Int, _ right: Int) -> Bool {
        zip(rules[left].values, rules[right].values).contains { $0 != $1 || !$0.isConstant }
    }

    /// Rules of a table read from the top that stand below all they could say.
    private func unreachable(_ survivors: Survivors, _ cells: [[InputCell]], _ known: [TableFault]) -> [TableFault] {
        guard table.hitPolicy == .first else { return [] }
        let reached = Set(survivors.meetings.compactMap(\.rules.first))
        let silent = Set(known.flatMap(\.rules))
        return rules.indices.filter { !reached.contains($0) && !silent.contains($0) }.map { rule in
            let meeting = survivors.meetings.first { $0.rules.contains(rule) }
            return .unreachable(rule: rule, meeting.map { zip(cells, $0.cells).map { $0[$1].value } } ?? [])
        }
    }
}
