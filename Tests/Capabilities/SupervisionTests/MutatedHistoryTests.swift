import MutatedHistory
import Supervision
import Testing

@Suite("Breaches planted in a lawful history")
struct MutatedHistoryTests {
    @Test("every kind is found by every rule it breaks, and nothing else is found anywhere")
    func everyKind() async throws {
        let report = try await MutatedHistory(cases: 400, breaches: 2 * PlantedBreach.allCases.count, seed: 11).judged()
        #expect(report.scores.mistakes.isEmpty)
        #expect(report.cases == 400)
        #expect(report.breaches == 2 * PlantedBreach.allCases.count)
        #expect(report.failing.isEmpty)
        #expect(report.scores.isPerfect)
    }

    @Test("what stands out beside others is found in a quarter of ordinary work, and nobody else")
    func everyOutlier() throws {
        let kinds = PlantedOutlier.allCases.count
        let report = try MutatedQuarter(agencies: 2 * kinds, outliers: kinds, seed: 11).judged()
        #expect(report.scores.mistakes.isEmpty)
        #expect(report.outliers == kinds)
        #expect(report.scores.isPerfect)
        #expect(Set(PlantedOutlier.allCases.map(\.rule)) == Set(RuleCode.comparisons))
    }

    @Test("what an agency lets slide beside its cases is found, and nothing at the others")
    func everyNeglect() async throws {
        let kinds = PlantedNeglect.allCases.count
        let report = try await MutatedAgencies(agencies: 2 * kinds, neglects: kinds).judged()
        #expect(report.scores.mistakes.isEmpty)
        #expect(report.neglects == kinds)
        #expect(report.scores.isPerfect)
    }

    @Test("every rule that judges a case by itself has a kind that breaks it")
    func everyRule() throws {
        let known = try SupervisionModule.supervisor().book.general
        let judging = Set((known.acts + known.passive as [any SupervisionRule]).map { type(of: $0).code })
        // A renewal stands on a permit that another case granted; cases of the planted history stand alone.
        #expect(judging.subtracting(PlantedBreach.allCases.flatMap { Array($0.rules) }) == [.renewal])
    }
}
