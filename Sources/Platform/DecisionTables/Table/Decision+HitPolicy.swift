extension Decision {
    func outcome(of hits: [Int], _ facts: [FEELValue]) -> Outcome {
        let rows = hits.map { rules[$0].values.map { $0.value(facts) } }
        guard let first = rows.first else { return without(facts) }
        switch table.hitPolicy {
        case .unique:
            let isConflict = hits.count > 1
            return Outcome(rules: hits, values: isConflict ? nil : first, isConflict: isConflict)
        case .any:
            let isConflict = rows.contains { $0 != first }
            return Outcome(rules: hits, values: isConflict ? nil : first, isConflict: isConflict)
        case .first: return Outcome(rules: hits, values: first, isConflict: false)
        case .priority:
            let ranked = ranked(rows)
            return Outcome(rules: [hits[ranked[0]]], values: rows[ranked[0]], isConflict: false)
        case .collect, .ruleOrder: return Outcome(rules: hits, values: columns(rows), isConflict: false)
        case .outputOrder:
            let ranked = ranked(rows)
            return Outcome(rules: ranked.map { hits[$0] }, values: columns(ranked.map { rows[$0] }), isConflict: false)
        case .collectSum, .collectLeast, .collectGreatest, .collectCount:
            return Outcome(rules: hits, values: [aggregate(rows.map { $0[0] })], isConflict: false)
        }
    }

    private func without(_ facts: [FEELValue]) -> Outcome {
        let otherwise = outputs.compactMap { $0.otherwise?.value(facts) }
        if otherwise.count == outputs.count, !outputs.isEmpty {
            let values =
                table.hitPolicy.isSingle || table.hitPolicy.isAggregate ? otherwise : otherwise.map { .list([$0]) }
            return Outcome(rules: [], values: values, isConflict: false)
        }
        return Outcome(rules: [], values: table.hitPolicy == .collectCount ? [.number(0)] : nil, isConflict: false)
    }

    /// One list an output.
    private func columns(_ rows: [[FEELValue]]) -> [FEELValue] {
        outputs.indices.map { column in .list(rows.map { $0[column] }) }
    }

    /// The places of the rows, the one that ranks highest first; rows of equal rank stay as they are written.
    private func ranked(_ rows: [[FEELValue]]) -> [Int] {
        let ranks = rows.map { row in
            zip(outputs, row).map { output, value in output.ranking?.firstIndex(of: value) ?? Int.max }
        }
        return rows.indices.sorted { left, right in
            ranks[left] == ranks[right] ? left < right : ranks[left].lexicographicallyPrecedes(ranks[right])
        }
    }

    private func aggregate(_ values: [FEELValue]) -> FEELValue {
        switch table.hitPolicy {
        case .collectCount: return .number(Int64(Set(values).count))
        case .collectSum: return values.dropFirst().reduce(values[0]) { FEELValue.arithmetic(.plus, $0, $1) }
        case .collectLeast: return extreme(values, -1)
        case .collectGreatest: return extreme(values, 1)
        case .unique, .any, .priority, .first, .collect, .ruleOrder, .outputOrder: return .list(values)
        }
    }

    private func extreme(_ values: [FEELValue], _ side: Int) -> FEELValue {
        var best = values[0]
        for value in values.dropFirst() {
            guard let order = value.order(best) else { return .null }
            if order == side { best = value }
        }
        return best
    }
}
