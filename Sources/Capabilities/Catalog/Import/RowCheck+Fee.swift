import Law

/// Reads what a list states of an item's charges: a line of each cell for each charge.
extension RowCheck {
    mutating func fee() -> Fee? {
        guard let column = columns[.isCharged], let text = text(column, longest: 20) else { return nil }
        switch text {
        case "否", "不收费", "0": return Fee(isCharged: false, basis: freeBasis())
        case "是", "收费", "1": return charges(column)
        default:
            doubt(column, expected: "是、否", found: text)
            return nil
        }
    }

    /// What a free item rests on.
    private mutating func freeBasis() -> LegalBasis? {
        guard let column = columns[.feeBasis], let cited = rows(.feeBasis).first, !RowCheck.nothing.contains(cited)
        else { return nil }
        let basis = LegalBasis(cited)
        if basis == nil { doubt(column, expected: "法律文件名称和条款，如“价格法§18”", found: cited) }
        return basis
    }

    private mutating func charges(_ column: String) -> Fee? {
        let (names, standards) = (rows(.feeItem), rows(.feeStandard))
        let cited = rows(.feeBasis)
        let bases = cited.compactMap { LegalBasis($0) }
        guard !standards.isEmpty, !bases.isEmpty, bases.count == cited.count else {
            doubt(column, expected: "收费的标准和依据", found: "没有；收费没有采用")
            return nil
        }
        let (reducible, reductions, notes) = (rows(.feeReducible), rows(.feeReductionBasis), rows(.feeNote))
        if names.isEmpty, standards.count == 1, bases.count == 1 {
            var charge = Fee.Charge(nil, standard: standards[0], basis: bases[0])
            charge.isReducible = isReducible(reducible.stated(at: 0))
            charge.reductionBasis = reductions.stated(at: 0)
            charge.note = notes.stated(at: 0)
            return Fee([charge])
        }
        guard names.count == standards.count, bases.count == names.count || bases.count == 1 else {
            let expected = "收费项目、收费标准、收费依据一一对应，每项一行"
            doubt(
                column,
                expected: expected,
                found: "\(names.count) 项、\(standards.count) 个标准、\(bases.count) 条依据；收费没有采用"
            )
            return nil
        }
        return Fee(
            names.indices.map { place in
                var charge = Fee.Charge(
                    names.stated(at: place),
                    standard: standards[place],
                    basis: bases.count == 1 ? bases[0] : bases[place]
                )
                charge.isReducible = isReducible(reducible.stated(at: place))
                charge.reductionBasis = reductions.stated(at: place)
                charge.note = notes.stated(at: place)
                return charge
            }
        )
    }

    private mutating func isReducible(_ text: String?) -> Bool? {
        guard let text, let column = columns[.feeReducible] else { return nil }
        switch text {
        case "是", "1": return true
        case "否", "0": return false
        default:
            doubt(column, expected: "是、否", found: text)
            return nil
        }
    }

    /// What lists write where there is nothing to say.
    private static let nothing: Set = ["无", "—", "/", "不收费"]

    /// The lines of a cell.
    private mutating func rows(_ field: ItemColumns.Field) -> [String] {
        CellParts.lines(text(columns[field], longest: RowCheck.longestLines, takesLines: true) ?? "")
    }
}
