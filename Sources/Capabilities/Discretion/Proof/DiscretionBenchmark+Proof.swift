extension DiscretionBenchmark {
    /// Returns what speaks against the benchmark; empty when it is proved.
    ///
    /// Proved is: for every combination of circumstances exactly one grade; every measure within what the law allows,
    /// only 减轻 below its minimum; the penal amounts of the grades divide the statutory extent without rest and
    /// without sharing.
    ///
    /// - Source: 行政处罚法 art. 32–34; 国办发〔2022〕27号.
    package var faults: [BenchmarkFault] {
        if situations.isEmpty { return [.noSituation] }
        var faults = Self.twice(situations.map(\.key)).map(BenchmarkFault.keyTwice)
        for situation in situations { faults += situation.faults }
        return faults
    }

    static func twice(_ keys: [String]) -> [String] {
        var seen: Set<String> = []
        return keys.filter { !seen.insert($0).inserted }
    }
}

extension Situation {
    fileprivate var faults: [BenchmarkFault] {
        var faults = (DiscretionBenchmark.twice(factors.map(\.key)) + DiscretionBenchmark.twice(grades.map(\.key)))
            .map(BenchmarkFault.keyTwice)
        if bases.isEmpty { faults.append(.noBasis(situation: key)) }
        faults += factors.filter { !$0.isSound }.map { .badFactor(situation: key, factor: $0.key) }
        faults += grades.flatMap { grade in
            grade.conditions.joined().filter { !isSound($0) }.map {
                .badTerm(situation: key, grade: grade.key, factor: $0.factor)
            }
        }
        // What follows reads factors and terms; with unsound ones it would report their echoes.
        guard faults.isEmpty else { return faults }
        return coverageFaults + measureFaults
    }

    /// Whether the term names a factor of the situation and asks for something the factor can be.
    func isSound(_ term: Term) -> Bool {
        guard let factor = factor(term.factor) else { return false }
        switch factor.scale {
        case .choice(let words):
            guard let options = term.options, !options.isEmpty, term.atLeast == nil, term.below == nil else {
                return false
            }
            return options.allSatisfy(words.contains)
        case .number:
            let least = term.atLeast ?? 0
            return term.options == nil && least >= 0 && term.below.map { least < $0 } ?? (term.atLeast != nil)
        }
    }
}

extension Factor {
    fileprivate var isSound: Bool {
        switch scale {
        case .choice(let words): !words.isEmpty && DiscretionBenchmark.twice(words).isEmpty
        case .number(let unit, let decimals): !unit.isEmpty && (0...DecimalText.mostDecimals).contains(decimals)
        }
    }
}
