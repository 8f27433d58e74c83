import Kernel

/// A simple expression of FEEL in its closed form: names are places among the facts.
package indirect enum FEELExpression: Hashable, Sendable {
    package enum Operator: String, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case power = "**"
    }

    case literal(FEELValue)
    case fact(Int)
    case negated(FEELExpression)
    case arithmetic(Operator, FEELExpression, FEELExpression)
    case comparison(Comparison, FEELExpression, FEELExpression)

    /// Returns the value; null where an operation has none.
    package func value(_ facts: [FEELValue]) -> FEELValue {
        switch self {
        case .literal(let value): value
        case .fact(let place): facts.indices.contains(place) ? facts[place] : .null
        case .negated(let operand): FEELValue.arithmetic(.times, .number(-1), operand.value(facts))
        case .arithmetic(let sign, let left, let right):
            FEELValue.arithmetic(sign, left.value(facts), right.value(facts))
        case .comparison(let comparison, let left, let right):
            comparison.holds(left.value(facts), right.value(facts)).map(FEELValue.boolean) ?? .null
        }
    }

    /// The value, if it is the same whatever the facts are.
    package var constant: FEELValue? {
        if case .literal(let value) = self { value } else { nil }
    }

    var isConstant: Bool {
        switch self {
        case .literal: true
        case .fact: false
        case .negated(let operand): operand.isConstant
        case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
            left.isConstant && right.isConstant
        }
    }

    /// The expression with everything computed that needs no fact.
    var folded: FEELExpression { isConstant ? .literal(value([])) : self }
}

/// How two values are compared.
package enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case different = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Returns `nil` where the values cannot be compared.
    func holds(_ left: FEELValue, _ right: FEELValue) -> Bool? {
        switch self {
        case .equal: left.equals(right)
        case .different: left.equals(right).map { !$0 }
        case .less: left.order(right).map { $0 < 0 }
        case .lessOrEqual: left.order(right).map { $0 <= 0 }
        case .greater: left.order(right).map { $0 > 0 }
        case .greaterOrEqual: left.order(right).map { $0 >= 0 }
        }
    }
}
