package import DecisionTables

extension Situation {
    /// The grades as a decision table, to be read and checked by other programs: a row for each set of circumstances.
    ///
    /// Numbers are written in the factor's unit. Several sets may hold together if they lead to one grade, so the policy
    /// is `any`.
    package var table: DecisionTable {
        DecisionTable(
            id: key,
            name: name,
            hitPolicy: .any,
            inputs: factors.map(\.input),
            outputs: [
                DecisionTable.Output(
                    name: "grade",
                    label: "裁量阶次",
                    type: .string,
                    allowed: Situation.list(grades.map(\.name))
                )
            ],
            rules: grades.flatMap { grade in
                grade.conditions.map { terms in
                    DecisionTable.Rule(
                        when: factors.map { factor in factor.cell(terms.filter { $0.factor == factor.key }) },
                        then: [Situation.list([grade.name])],
                        note: grade.measures.map(\.chinese).joined(separator: "；")
                    )
                }
            }
        )
    }

    /// The table as a file of DMN 1.3.
    package var dmn: String { table.dmn() }

    fileprivate static func list(_ words: [String]) -> String {
        words.map { FEELValue.string($0).description }.joined(separator: ", ")
    }
}

extension Factor {
    fileprivate var input: DecisionTable.Input {
        switch scale {
        case .choice(let words):
            DecisionTable.Input(name: key, label: name, type: .string, allowed: Situation.list(words))
        case .number(let unit, _):
            DecisionTable.Input(name: key, label: "\(name)（\(unit)）", type: .number, allowed: ">= 0")
        }
    }

    /// What all of the terms leave of the factor, as a cell writes it.
    fileprivate func cell(_ terms: [Term]) -> String {
        switch scale {
        case .choice(let words):
            let left = words.filter { word in terms.allSatisfy { $0.holds(for: .option(word)) } }
            return left.count == words.count ? "-" : Situation.list(left)
        case .number(_, let decimals):
            let least = terms.compactMap(\.atLeast).max().flatMap {
                $0 > 0 ? DecimalText($0, decimals: decimals).text : nil
            }
            let below = terms.compactMap(\.below).min().map { DecimalText($0, decimals: decimals).text }
            switch (least, below) {
            case (nil, nil): return "-"
            case (.some(let least), nil): return ">= \(least)"
            case (nil, .some(let below)): return "< \(below)"
            case (.some(let least), .some(let below)): return "[\(least)..\(below))"
            }
        }
    }
}
