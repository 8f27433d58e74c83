/// What keeps a table from being used, with the place and, where there is one, an example.
package enum TableFault: Hashable, Sendable {
    /// A part of a column's head or of a rule; columns and rules count from 0.
    package enum Place: Hashable, Sendable {
        case inputExpression(Int)
        case inputValues(Int)
        case outputValues(Int)
        case otherwise(Int)
        case condition(rule: Int, input: Int)
        case conclusion(rule: Int, output: Int)

        package var rule: Int? {
            switch self {
            case .condition(let rule, _), .conclusion(let rule, _): rule
            case .inputExpression, .inputValues, .outputValues, .otherwise: nil
            }
        }
    }

    case noOutput
    case noRule
    /// Two inputs or two outputs have the name, or one has none.
    case badName(String)
    /// The rule has another number of cells than the table has columns.
    case width(rule: Int)
    case tooLarge
    case unreadable(Place, FEELFault)
    case wrongType(Place, expected: FEELType, found: FEELType)
    /// An output that is none of the output values.
    case notAllowed(Place)
    /// Outputs are to be ranked and the column has no list of values.
    case orderMissing(output: Int)
    /// Only one column of numbers can be added up or compared.
    case notAggregable
    /// No value of the input fulfills the cell.
    case neverHolds(rule: Int, input: Int)
    /// The cell compares with another fact, so that nothing can be proved over all inputs.
    case unprovable(rule: Int, input: Int)
    /// Too many combinations to look at each.
    case tooManyCombinations
    /// No rule holds for these inputs, one value an input.
    case gap([FEELValue])
    /// More than one rule holds for these inputs.
    case overlap(rules: [Int], [FEELValue])
    /// Wherever the rule holds, one of these holds before it.
    case unreachable(rule: Int, [FEELValue])

    /// The rules it concerns, from 0.
    package var rules: [Int] {
        switch self {
        case .noOutput, .noRule, .badName, .tooLarge, .orderMissing, .notAggregable, .tooManyCombinations, .gap: []
        case .width(let rule), .neverHolds(let rule, _), .unprovable(let rule, _), .unreachable(let rule, _): [rule]
        case .unreadable(let place, _), .wrongType(let place, _, _), .notAllowed(let place):
            place.rule.map { [$0] } ?? []
        case .overlap(let rules, _): rules
        }
    }
}
