import MutatedHistory
import Supervision
import Testing

@Suite("Breaches planted in a lawful history")
struct MutatedHistoryTests {
    @Test("every kind is found by every rule it breaks, and nothing else is found anywhere")
    func everyKind() async throws {
        let report = try await MutatedHistory(cases: 400, breaches: 2 * PlantedBreach.allCases.count, seed: 11).judged()
        #expect(report.mistakes.isEmpty)
        #expect(report.cases == 400)
        #expect(report.breaches == 2 * PlantedBreach.allCases.count)
        #expect(report.failing.isEmpty)
        #expect(report.scores.values.allSatisfy { $0.found == $0.planted && $0.wrong == 0 })
    }

    @Test("every rule that judges a case by itself has a kind that breaks it")
    func everyRule() throws {
        let known = try SupervisionModule.supervisor().book.general
        let judging = Set((known.acts + known.passive as [any SupervisionRule]).map { type(of: $0).code })
        #expect(judging.subtracting(PlantedBreach.allCases.flatMap { Array($0.rules) }).isEmpty)
    }
}
