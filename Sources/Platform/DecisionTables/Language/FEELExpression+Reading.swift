extension FEELExpression {
    /// Reads a simple expression; what needs no fact is computed at once.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - names: what may be named; an open set takes in the names that are found.
    /// - Throws: `FEELFault`.
    init(_ text: some StringProtocol, names: inout FEELNames) throws(FEELFault) {
        var parser = try FEELParser(text, names: names)
        let expression = try parser.expression()
        try parser.finish()
        names = parser.names
        self = expression.folded
    }

    /// Reads an expression that may name anything.
    ///
    /// - Returns: the expression and the facts it needs, in the order of their places.
    /// - Throws: `FEELFault`.
    package static func reading(_ text: String) throws(FEELFault) -> (expression: FEELExpression, facts: [String]) {
        var names = FEELNames(isOpen: true)
        let expression = try FEELExpression(text, names: &names)
        return (expression, names.names)
    }
}
