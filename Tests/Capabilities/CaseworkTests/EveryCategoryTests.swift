import Casework
import EventLog
import Kernel
import Processes
import TestHouse
import Testing

@Suite("Every category of powers runs as a case from the first step to the file")
struct EveryCategoryTests {
    @Test("straight on: the first outcome of every step", arguments: ProcessTemplate.allCases)
    func straight(template: ProcessTemplate) async throws {
        var whole = try await WholeCase.open(template)
        try await whole.walk { $0.outcomes[0] }
        let state = try await whole.run.state()
        #expect(state.stage.name == .closed, "\(whole.path)")
        #expect(state.position.steps.isEmpty)
        #expect(state.documents.isEmpty)
        #expect(try await whole.run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "any way through: each ends, and whoever is burdened was heard before",
        arguments: ProcessTemplate.allCases,
        [1, 2, 3] as [UInt64]
    )
    func anyWay(template: ProcessTemplate, seed: UInt64) async throws {
        var whole = try await WholeCase.open(template)
        let chance = SeededRandomness(seed: seed)
        var visits: [Step.ID: Int] = [:]
        try await whole.walk { step in
            visits[step.id, default: 0] += 1
            // A loop that chance does not leave is left by the first outcome that leads on.
            let pick = visits[step.id, default: 0] > 2 ? 0 : Int(chance.bytes(1)[0])
            return step.outcomes[pick % step.outcomes.count]
        }
        let state = try await whole.run.state()
        #expect(state.stage.name == .closed, "\(whole.path)")
        if state.decision?.kind == .imposed, whole.definition.category.isPenalty {
            #expect(state.proposal != nil)
            #expect(whole.path.contains { $0.hasPrefix("statement:") }, "\(whole.path)")
        }
    }
}
