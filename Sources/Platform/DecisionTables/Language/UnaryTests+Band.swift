/// From which number to which a cell holds.
package struct NumberBand: Hashable, Sendable {
    package struct End: Hashable, Sendable {
        package let number: FEELNumber
        package let isExcluded: Bool
    }

    /// `nil` where it has no beginning.
    package let from: End?
    /// `nil` where it has no end.
    package let to: End?
}

extension UnaryTests {
    /// The one band of numbers the cell asks for; `nil` for lists, negations, other values and names.
    package var band: NumberBand? {
        guard tests.count == 1, !isNegated else { return nil }
        func end(_ operand: FEELExpression, _ comparison: Comparison) -> NumberBand.End? {
            guard case .number(let number)? = operand.constant else { return nil }
            return NumberBand.End(number: number, isExcluded: comparison == .less || comparison == .greater)
        }
        switch tests[0] {
        case .range(let first, let lower, let last, let upper):
            guard let from = end(lower, first), let to = end(upper, last) else { return nil }
            return NumberBand(from: from, to: to)
        case .compared(let comparison, let operand):
            guard let end = end(operand, comparison) else { return nil }
            switch comparison {
            case .equal: return NumberBand(from: end, to: end)
            case .less, .lessOrEqual: return NumberBand(from: nil, to: end)
            case .greater, .greaterOrEqual: return NumberBand(from: end, to: nil)
            case .different: return nil
            }
        }
    }
}
