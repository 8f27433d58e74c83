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
            // The penalties of these cases are fines, which nobody performs without paying.
            let ways = step.outcomes.filter { $0.id != "performed" }
            return ways[pick % ways.count]
        }
        let state = try await whole.run.state()
        #expect(state.stage.name == .closed, "\(whole.path)")
        if state.decision?.kind == .imposed, whole.definition.category.isPenalty {
            #expect(state.proposal != nil)
            #expect(whole.path.contains { $0.hasPrefix("statement:") }, "\(whole.path)")
        }
    }

    @Test(
        "nothing is enforced at night or on a rest day, unless the record says why it could not wait (行政强制法 §43)",
        arguments: [
            ("2026-03-03 09:30", "2026-03-03 11:00", "", true), ("2026-03-03 21:30", "2026-03-03 22:00", "", false),
            ("2026-03-03 05:59", "2026-03-03 08:00", "", false), ("2026-03-07 10:00", "2026-03-07 11:00", "", false),
            ("2026-04-06 10:00", "2026-04-06 11:00", "", false),
            ("2026-03-07 23:00", "2026-03-07 23:30", "危险建筑即将倒塌", true),
        ]
    )
    func restingTimes(began: String, ended: String, urgency: String, isLawful: Bool) async throws {
        var whole = try await WholeCase.open(.coerciveExecution)
        let execute = try #require(whole.definition.steps.first { $0.kind == .execute })
        try await whole.walk(until: execute.id) { $0.outcomes[0] }
        let papers = try DocumentRecord.filledIn(execute, execute.outcomes[0]).map { paper in
            let written = ["began": began, "ended": ended, "urgency": urgency]
            let entries = paper.entries.map { entry in
                DocumentEntry(
                    key: entry.key,
                    label: entry.label,
                    text: written[entry.key] ?? entry.text,
                    rows: entry.rows
                )
            }
            return DocumentRecord(document: paper.document, entries: entries)
        }
        let run = whole.run
        if isLawful {
            try await run.complete(execute.id, execute.outcomes[0].id, documents: papers)
        } else {
            await #expect(throws: CaseworkError.self) {
                try await run.complete(execute.id, execute.outcomes[0].id, documents: papers)
            }
        }
    }
}
