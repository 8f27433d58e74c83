import DecisionTables

/// Whether every combination of circumstances has one grade: proved as decision tables are.
extension Situation {
    /// Further counterexamples of one kind tell nothing new.
    private static let mostExamples = 5

    var coverageFaults: [BenchmarkFault] {
        let rules = grades.flatMap { grade in grade.conditions.map { (grade: grade.key, terms: $0) } }
        let cells = factors.map(cells)
        let columns = zip(factors, cells).map { factor, values in
            values.map { value in
                rules.indices.filter { place in
                    rules[place].terms.allSatisfy { $0.factor != factor.key || $0.holds(for: value) }
                }
            }
        }
        guard let survivors = Survivors(columns: columns, rules: rules.count) else {
            return [.unprovable(situation: key)]
        }
        var gaps: [BenchmarkFault] = []
        var overlaps: [BenchmarkFault] = []
        for meeting in survivors.meetings {
            let found = zip(factors.indices, meeting.cells).map { Circumstance(factors[$0].key, cells[$0][$1]) }
            let fitting = grades.map(\.key).filter { grade in meeting.rules.contains { rules[$0].grade == grade } }
            if fitting.isEmpty, gaps.count < Self.mostExamples {
                gaps.append(.gap(situation: key, found))
            } else if fitting.count > 1, overlaps.count < Self.mostExamples {
                overlaps.append(.overlap(situation: key, grades: fitting, found))
            }
        }
        return gaps + overlaps
    }

    /// One value for each part of the factor in which all terms answer alike.
    private func cells(_ factor: Factor) -> [Circumstance.Value] {
        switch factor.scale {
        case .choice(let words): return words.map(Circumstance.Value.option)
        case .number:
            let terms = grades.flatMap(\.conditions).joined().filter { $0.factor == factor.key }
            let cuts = Set([0] + terms.flatMap { [$0.atLeast, $0.below].compactMap(\.self) })
            return cuts.sorted().map(Circumstance.Value.number)
        }
    }
}
