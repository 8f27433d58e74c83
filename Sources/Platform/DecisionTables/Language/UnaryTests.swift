import Kernel

/// What a cell asks of its input, in closed form.
package struct UnaryTests: Hashable, Sendable {
    /// One comparison or range; the cell holds when one of its tests does.
    enum Test: Hashable, Sendable {
        case compared(Comparison, FEELExpression)
        case range(from: Comparison, FEELExpression, to: Comparison, FEELExpression)
    }

    let tests: [Test]
    /// Holds when none of the tests does.
    let isNegated: Bool

    /// `-`: whatever the input is.
    package static let any = UnaryTests(tests: [], isNegated: true)

    /// Returns whether `value` is as the cell wants it; not so where it cannot be compared.
    package func hold(for value: FEELValue, facts: [FEELValue] = []) -> Bool {
        for test in tests where test.holds(for: value, facts) { return !isNegated }
        guard isNegated else { return false }
        return tests.isEmpty || value != .null
    }

    /// The values compared with, in the order they are written.
    var operands: [FEELExpression] {
        tests.flatMap { test in
            switch test {
            case .compared(_, let operand): [operand]
            case .range(_, let lower, _, let upper): [lower, upper]
            }
        }
    }

    /// The literals of a list of equalities, as allowed values are written: `"a", "b"`; `nil` for anything else.
    package var listed: [FEELValue]? {
        guard !isNegated else { return nil }
        var values: [FEELValue] = []
        for test in tests {
            guard case .compared(.equal, .literal(let value)) = test else { return nil }
            values.append(value)
        }
        return values
    }
}

extension UnaryTests.Test {
    func holds(for value: FEELValue, _ facts: [FEELValue]) -> Bool {
        switch self {
        case .compared(let comparison, let operand): comparison.holds(value, operand.value(facts)) == true
        case .range(let from, let lower, let to, let upper):
            from.holds(value, lower.value(facts)) == true && to.holds(value, upper.value(facts)) == true
        }
    }
}

extension UnaryTests {
    static let mostTests = 500

    /// Reads a cell that compares with no other fact.
    ///
    /// - Throws: `FEELFault`.
    package init(cell: String, type: FEELType) throws(FEELFault) { try self.init(cell, type: type) }

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - text: the cell.
    ///   - type: what the input is; literals of another type are refused.
    ///   - names: the facts a cell may compare with.
    /// - Throws: `FEELFault`.
    init(_ text: some StringProtocol, type: FEELType?, names: FEELNames = FEELNames()) throws(FEELFault) {
        var parser = try FEELParser(text, names: names)
        if parser.skipDash() {
            self = .any
            return
        }
        let isNegated = parser.skipNot()
        var tests = [try parser.test(type)]
        while parser.skip(",") {
            if tests.count == Self.mostTests { throw FEELFault(.tooLong, at: parser.place + 1) }
            tests.append(try parser.test(type))
        }
        if isNegated, !parser.skip(")") { throw parser.expected(.closing) }
        try parser.finish()
        self.init(tests: tests, isNegated: isNegated)
    }
}

extension FEELParser {
    /// A dash that is the whole cell.
    fileprivate mutating func skipDash() -> Bool {
        let start = place
        if skip("-"), place == text.count { return true }
        place = start
        return false
    }

    fileprivate mutating func skipNot() -> Bool {
        let start = place
        guard isWord("not"), names.longest(in: text, at: place) == nil else { return false }
        advance(to: place + 3)
        if skip("(") { return true }
        place = start
        return false
    }

    fileprivate mutating func test(_ type: FEELType?) throws(FEELFault) -> UnaryTests.Test {
        let start = place
        if let from: Comparison = skip("[") ? .greaterOrEqual : skip("(") || skip("]") ? .greater : nil {
            let lower = try endpoint(type)
            guard skip("..") else { throw expected(.rangeDots) }
            let upper = try endpoint(type)
            guard let to: Comparison = skip("]") ? .lessOrEqual : skip(")") || skip("[") ? .less : nil else {
                throw expected(.rangeEnd)
            }
            if let first = lower.constant, let last = upper.constant, let order = first.order(last),
                order > 0 || order == 0 && (from == .greater || to == .less)
            {
                throw FEELFault(.emptyRange, at: start + 1)
            }
            return .range(from: from, lower, to: to, upper)
        }
        for comparison in [Comparison.lessOrEqual, .greaterOrEqual, .less, .greater] where skip(comparison.rawValue) {
            return .compared(comparison, try endpoint(type))
        }
        return .compared(.equal, try endpoint(type))
    }

    /// A literal of the right type, or a name.
    private mutating func endpoint(_ type: FEELType?) throws(FEELFault) -> FEELExpression {
        let start = place
        let isNegative = skip("-")
        let value = try simpleValue()
        guard case .literal(let literal) = value else {
            if isNegative { throw FEELFault(.expected(.value, found: "-"), at: start + 1) }
            return value
        }
        if let type, let found = literal.type, found != type {
            throw FEELFault(.wrongType(expected: type, found: found), at: start + 1)
        }
        guard isNegative else { return value }
        guard case .number = literal else { throw FEELFault(.expected(.value, found: "-"), at: start + 1) }
        return .literal(.arithmetic(.times, .number(-1), literal))
    }
}
