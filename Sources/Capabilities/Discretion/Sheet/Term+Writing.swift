extension Term {
    /// What a cell writes of the term: words, or a band of numbers without its unit.
    func cell(_ factor: Factor) -> [String] {
        if let options { return options }
        guard case .number(_, let decimals) = factor.scale else { return [chinese(factor)] }
        func text(_ number: Int64) -> String { DecimalText(number, decimals: decimals).text }
        if let atLeast, let below, below == atLeast + 1 { return [text(atLeast)] }
        let band = (atLeast.map { "\(text($0))以上" } ?? "") + (below.map { "不满\(text($0))" } ?? "")
        return band.isEmpty ? [] : [band]
    }

    /// Reads a cell; `nil` for a band that cannot be read.
    ///
    /// Words are taken as they are: whether the factor has them is proved.
    init?(_ factor: Factor, cell: [String]) {
        switch factor.scale {
        case .choice: self.init(factor.key, isOneOf: cell)
        case .number(let unit, let decimals):
            guard cell.count == 1 else { return nil }
            let band = Band(cell[0]) { rest in
                let number = rest.dropNumber(decimals: decimals)
                _ = rest.drop(unit)
                return number
            }
            guard let band else { return nil }
            let from = band.from.map { $0.amount.addingReportingOverflow($0.isExcluded ? 1 : 0).partialValue }
            let to = band.to.map { $0.amount.addingReportingOverflow($0.isExcluded ? 0 : 1).partialValue }
            self.init(factor.key, atLeast: from, below: to)
        }
    }
}
