/// Whether every combination of circumstances has one grade: looked at one by one.
extension Situation {
    /// Further counterexamples of one kind tell nothing new.
    private static let mostExamples = 5

    var coverageFaults: [BenchmarkFault] {
        let cells = factors.map(cells)
        var count = 1
        for cell in cells {
            count *= max(1, cell.count)
            guard count <= DiscretionBenchmark.mostCombinations else {
                return [.unprovable(situation: key, limit: DiscretionBenchmark.mostCombinations)]
            }
        }
        var gaps: [BenchmarkFault] = []
        var overlaps: [BenchmarkFault] = []
        for number in 0..<count {
            let combination = combination(number, of: cells)
            let values = Dictionary(combination.map { ($0.factor, $0.value) }) { first, _ in first }
            let fitting = grades.filter { grade in grade.conditions.contains { $0.hold(for: values) } }
            if fitting.isEmpty, gaps.count < Self.mostExamples {
                gaps.append(.gap(situation: key, combination))
            } else if fitting.count > 1, overlaps.count < Self.mostExamples {
                overlaps.append(.overlap(situation: key, grades: fitting.map(\.key), combination))
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

    /// The combination with a number, the last factor changing fastest.
    private func combination(_ number: Int, of cells: [[Circumstance.Value]]) -> [Circumstance] {
        var rest = number
        var combination: [Circumstance] = []
        for (factor, values) in zip(factors, cells).reversed() {
            combination.append(Circumstance(factor.key, values[rest % values.count]))
            rest /= values.count
        }
        return combination.reversed()
    }
}
