/// A table made ready: every cell read once, names turned into places.
package struct Decision: Sendable {
    package let table: DecisionTable
    /// The facts it asks for, in the order of their places.
    package let facts: [String]
    let inputs: [ReadInput]
    let outputs: [ReadOutput]
    let rules: [ReadRule]

    struct ReadInput: Sendable {
        let expression: FEELExpression
        let allowed: UnaryTests?
    }

    struct ReadOutput: Sendable {
        /// The values in their order; `nil` when any value of the type may stand.
        let allowed: UnaryTests?
        let ranking: [FEELValue]?
        let otherwise: FEELExpression?
    }

    struct ReadRule: Sendable {
        let tests: [UnaryTests]
        let values: [FEELExpression]
    }

    /// What a table says to some facts.
    package struct Outcome: Hashable, Sendable {
        /// The rules that hold and count, from 0, in the order of the result.
        package let rules: [Int]
        /// One value an output; `nil` where nothing follows.
        ///
        /// Where the policy collects, the value is a list of one entry a rule.
        package let values: [FEELValue]?
        /// Whether rules hold together that must not.
        package let isConflict: Bool
    }

    /// Returns what follows from facts by name; a fact that is not given is null.
    package func decide(_ given: [String: FEELValue]) -> Outcome {
        decide(facts: facts.map { given[$0] ?? .null })
    }

    /// Returns what follows from the facts, given in the order of `facts`.
    package func decide(facts: [FEELValue]) -> Outcome {
        let values = inputs.map { $0.expression.value(facts) }
        for (input, value) in zip(inputs, values) {
            // What cannot be must not be decided: DMN makes an input outside its values null.
            if let allowed = input.allowed, value != .null, !allowed.hold(for: value, facts: facts) {
                return Outcome(rules: [], values: nil, isConflict: false)
            }
        }
        var hits: [Int] = []
        for (number, rule) in rules.enumerated() where rule.holds(values, facts) {
            hits.append(number)
            if table.hitPolicy == .first { break }
        }
        return outcome(of: hits, facts)
    }
}

extension Decision.ReadRule {
    func holds(_ values: [FEELValue], _ facts: [FEELValue]) -> Bool {
        for (test, value) in zip(tests, values) where !test.hold(for: value, facts: facts) { return false }
        return true
    }
}
