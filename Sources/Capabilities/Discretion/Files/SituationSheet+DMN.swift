package import DecisionTables

extension SituationSheet {
    /// Why a decision table is none of grades.
    package enum TableFault: Error, Hashable, Sendable {
        /// Only rows of which one holds, or all that hold agree, are grades.
        case policy(HitPolicy)
        /// A table of grades has one conclusion, a word; how many there are.
        case conclusions(Int)
        /// The column is neither of words nor a number, or it computes.
        case column(String)
        /// The row's cell is none that a band of numbers or a list of words can say.
        case cell(row: Int, column: String, found: String)
    }

    /// Takes the circumstances and grades of a decision table; names, bases, envelopes, and the measures of grades that
    /// keep their name stay as they are.
    ///
    /// - Parameter table: as `Situation.table` writes it, or another program.
    /// - Throws: `TableFault`; nothing is changed then.
    package mutating func adopt(_ table: DecisionTable) throws(TableFault) {
        guard table.hitPolicy == .any || table.hitPolicy == .unique else { throw .policy(table.hitPolicy) }
        guard table.outputs.count == 1, table.outputs[0].type == .string else {
            throw .conclusions(table.outputs.count)
        }
        var factors: [FactorRow] = []
        for input in table.inputs { factors.append(try factor(input, table)) }
        var rows: [GradeRow] = []
        for (number, rule) in table.rules.enumerated() {
            var cells: [[String]] = []
            for (place, input) in table.inputs.enumerated() {
                guard let cell = input.sheetCell(rule.when[place], factors[place]) else {
                    throw .cell(row: number, column: input.label, found: rule.when[place])
                }
                cells.append(cell)
            }
            guard let name = table.outputs[0].word(rule.then[0]) else {
                throw .cell(row: number, column: table.outputs[0].label, found: rule.then[0])
            }
            rows.append(GradeRow(name: name, cells: cells))
        }
        self.rows = grades(of: rows, in: table.outputs[0].words)
        self.factors = factors
    }

    private func factor(_ input: DecisionTable.Input, _ table: DecisionTable) throws(TableFault) -> FactorRow {
        let known = factors.first { $0.key == input.name } ?? factors.first { $0.name == input.label }
        guard input.expression == nil || input.expression == input.name else { throw .column(input.label) }
        switch input.type {
        case .string:
            let words = input.allowedValues.map { $0.compactMap(\.word) } ?? known?.words ?? []
            return FactorRow(
                key: known?.key ?? input.name,
                name: known?.name ?? input.label,
                values: words.joined(separator: "\n")
            )
        case .number:
            // 违法经营持续时间（个月）
            let parts = input.label.split(separator: "（", maxSplits: 1)
            let unit = parts.count == 2 ? String(parts[1].dropLast()) : ""
            return known
                ?? FactorRow(
                    key: input.name,
                    name: String(parts.first ?? ""),
                    kind: .number,
                    values: unit,
                    decimals: "2"
                )
        case .boolean, .date, .time, .dateTime, .daysDuration, .monthsDuration: throw .column(input.label)
        }
    }

    /// Puts the rows of a grade together, in the order of the grades; those that are known keep what they have.
    private func grades(of found: [GradeRow], in order: [String]) -> [GradeRow] {
        var names = order.filter { name in found.contains { $0.name == name } }
        for row in found where !names.contains(row.name) { names.append(row.name) }
        return names.flatMap { name in
            found.filter { $0.name == name }.enumerated().map { place, row in
                guard place == 0 else { return GradeRow(isFurther: true, cells: row.cells) }
                let known = rows.first { !$0.isFurther && $0.name == name }
                return GradeRow(
                    key: known?.key ?? "",
                    name: name,
                    direction: known?.direction ?? Grade.Direction.ordinary.rawValue,
                    cells: row.cells,
                    measures: known?.measures ?? ""
                )
            }
        }
    }
}

extension DecisionTable.Input {
    /// What a sheet's cell says of a table's; `nil` for what no cell says.
    fileprivate func sheetCell(_ text: String, _ factor: SituationSheet.FactorRow) -> [String]? {
        guard let tests = try? tests(text) else { return nil }
        guard tests != .any else { return [] }
        switch factor.kind {
        case .choice:
            let words = factor.words.filter { tests.hold(for: .string($0)) }
            return words.isEmpty ? nil : words
        case .number:
            guard let band = tests.band else { return nil }
            func text(_ end: NumberBand.End, _ included: String, _ excluded: String) -> String {
                let number = end.number.description
                return end.isExcluded ? excluded.replacing("#", with: number) : included.replacing("#", with: number)
            }
            if let from = band.from, from == band.to { return [from.number.description] }
            let from = band.from.map { text($0, "#以上", "超过#") } ?? ""
            return [from + (band.to.map { text($0, "#以下", "不满#") } ?? "")]
        }
    }
}

extension DecisionTable.Output {
    fileprivate var words: [String] { allowedValues?.compactMap(\.word) ?? [] }

    fileprivate func word(_ text: String) -> String? { value(text)?.word }
}

extension FEELValue {
    fileprivate var word: String? { if case .string(let word) = self { word } else { nil } }
}
