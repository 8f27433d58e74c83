@testable import Discretion
import Testing

@Suite("The proof of a benchmark")
struct ProofTests {
    typealias Kite = KiteBenchmark

    /// The kite's grades with the one at `index` changed.
    private func changing(_ index: Int, _ change: (Grade) -> Grade) -> [BenchmarkFault] {
        var grades = Kite.grades
        grades[index] = change(grades[index])
        return Kite.benchmark(grades: grades).faults
    }

    @Test("a benchmark without gap and overlap, inside the law, is proved")
    func proved() {
        #expect(Kite.benchmark().faults.isEmpty)
    }

    @Test("a band that begins later leaves a gap, with the circumstances nobody thought of")
    func gap() {
        let faults = changing(3) {
            $0.with(conditions: [[Term("times", isOneOf: ["再次"]), Term("height", atLeast: 110)]])
        }
        let found = [Circumstance("times", .option("再次")), Circumstance("height", .number(100))]
        #expect(faults == [.gap(situation: "fly", found)])
    }

    @Test("a band that begins earlier overlaps")
    func overlap() {
        let faults = changing(3) {
            $0.with(conditions: [[Term("times", isOneOf: ["再次"]), Term("height", atLeast: 90)]])
        }
        let found = [Circumstance("times", .option("再次")), Circumstance("height", .number(90))]
        #expect(faults == [.overlap(situation: "fly", grades: ["ordinary", "severe"], found)])
    }

    @Test("amounts outside the law, shared or left over, are found")
    func amounts() {
        #expect(
            changing(3) { $0.with(measures: Kite.share(7, 11)) }.contains {
                if case .outsideEnvelope(_, "severe", _) = $0 { true } else { false }
            }
        )
        #expect(
            changing(2) { $0.with(measures: Kite.share(3, 7)) }
                == Measure.Subject.allCases.map { .extentOverlap(situation: "fly", grade: "ordinary", .fine, $0) }
        )
        #expect(
            changing(2) { $0.with(measures: Kite.share(5, 7)) }
                == Measure.Subject.allCases.map { .extentGap(situation: "fly", grade: "ordinary", .fine, $0) }
        )
        #expect(
            changing(3) { $0.with(measures: Kite.share(7, 9)) }
                == Measure.Subject.allCases.map { .extentGap(situation: "fly", grade: "severe", .fine, $0) }
        )
    }

    @Test("only 减轻 goes below the minimum, and it must")
    func mitigated() {
        let below = [Kite.fine(.citizen, from: 0, to: 100_000, isOpen: true)]
        #expect(changing(0) { $0.with(measures: below, direction: .mitigated) }.isEmpty)
        let within = [Kite.fine(.citizen, from: 0, to: 200_000)]
        #expect(
            changing(0) { $0.with(measures: within, direction: .mitigated) }
                == [.notMitigated(situation: "fly", grade: "none", within[0])]
        )
        let lenient = Kite.share(0, 4)
        #expect(
            changing(1) { $0.with(measures: lenient) }.contains(
                .outsideEnvelope(situation: "fly", grade: "lenient", lenient[0])
            )
        )
    }

    @Test("不予 has no penalty, every other grade has what the law demands, no grade one fixed amount")
    func penalties() {
        let fine = Kite.share(1, 4)
        #expect(
            changing(0) { $0.with(measures: fine) }
                == fine.map { .penaltyWithoutPunishing(situation: "fly", grade: "none", $0) }
        )
        #expect(
            changing(1) { $0.with(measures: [fine[1]]) }.contains(
                .missingMeasure(situation: "fly", grade: "lenient", .fine, .citizen)
            )
        )
        let fixed = Kite.fine(.citizen, from: 100_000, to: 100_000)
        #expect(
            changing(1) { $0.with(measures: [fixed, fine[1]]) }.contains(
                .fixedValue(situation: "fly", grade: "lenient", fixed)
            )
        )
        let detention = Measure(.detention)
        #expect(
            changing(3) { $0.with(measures: $0.measures + [detention]) }
                == [.outsideEnvelope(situation: "fly", grade: "severe", detention)]
        )
    }

    @Test("grades go from the lightest to the gravest")
    func order() {
        #expect(
            changing(2) { $0.with(direction: .severe) }.isEmpty
        )
        #expect(
            changing(2) { $0.with(measures: Kite.share(4, 7), direction: .lenient) }.isEmpty
        )
        let faults = Kite.benchmark(grades: Kite.grades.reversed()).faults
        #expect(faults.contains(.outOfOrder(situation: "fly", grade: "none")))
    }

    @Test(
        "terms that mean nothing are found before anything else",
        arguments: [
            Term("wind", atLeast: 1), Term("times", isOneOf: ["三次"]), Term("times", isOneOf: []),
            Term("times", atLeast: 1), Term("height", isOneOf: ["初次"]), Term("height", atLeast: 5, below: 5),
            Term("height"), Term("height", atLeast: -1),
        ]
    )
    func terms(_ term: Term) {
        #expect(
            changing(3) { $0.with(conditions: [[term]]) }
                == [.badTerm(situation: "fly", grade: "severe", factor: term.factor)]
        )
    }

    @Test("what cannot be proved is refused; factors that decide nothing stand in nobody's way")
    func unprovable() {
        let factors = (0..<20).map { Factor(key: "f\($0)", name: "情节\($0)", scale: .choice(["有", "无"])) }
        let whole = Kite.grades[3].with(conditions: [[]], measures: Kite.share(1, 10))
        #expect(Kite.benchmark(grades: [whole], factors: factors).faults.isEmpty)
        // Each of twenty circumstances alone leads to the grade: a million sets of them hold together.
        let any = Kite.grades[3].with(
            conditions: factors.map { [Term($0.key, isOneOf: ["有"])] },
            measures: Kite.share(1, 10)
        )
        #expect(Kite.benchmark(grades: [any], factors: factors).faults.first == .unprovable(situation: "fly"))
    }
}
