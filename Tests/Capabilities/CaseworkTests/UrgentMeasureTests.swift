import Casework
import Codes
import Kernel
import Processes
import TestHouse
import Testing

@Suite("Measures taken on the spot, and deposits frozen, keep the times of the law (行政强制法 §19, §32)")
struct UrgentMeasureTests {
    private static func saying(_ papers: [DocumentRecord], _ texts: [String: String]) -> [DocumentRecord] {
        papers.map { paper in
            DocumentRecord(
                document: paper.document,
                entries: paper.entries.map { entry in
                    let text = texts[entry.key] ?? entry.text
                    return DocumentEntry(key: entry.key, label: entry.label, text: text, rows: entry.rows)
                }
            )
        }
    }

    @Test("what was implemented on the spot is approved within twenty-four hours, or not at all")
    func urgent() async throws {
        let run = try await ExOfficioRun.open(.coerciveMeasure, .coercion)
        let papers = try await run.papers("apply", "approved")
        let now = run.house.clock.now
        func urgent(_ minutes: Int64) -> [DocumentRecord] {
            let begun = Instant(milliseconds: now.milliseconds - minutes * 60_000)
            return Self.saying(papers, ["urgency": "情况紧急，当场实施后二十四小时内补办", "implementedAt": begun.minuteText])
        }
        func approve(_ documents: [DocumentRecord]) async throws {
            try await run.complete("apply", "approved", documents: documents)
        }
        await #expect(throws: CaseworkError.holding(.urgencyUntold)) {
            try await approve(Self.saying(urgent(60), ["implementedAt": ""]))
        }
        await #expect(throws: CaseworkError.holding(.urgencyUntold)) { try await approve(urgent(-60)) }
        await #expect(throws: CaseworkError.self) { try await approve(urgent(24 * 60 + 2)) }
        #expect(try await run.state().position.steps == ["apply"])
        try await approve(urgent(23 * 60))
        #expect(try await run.state().position.steps == ["identify"])
    }

    @Test("deposits are frozen for thirty days, once prolonged by thirty")
    func frozen() async throws {
        var whole = try await WholeCase.open(.coerciveMeasure)
        try await whole.walk(until: "execute") { $0.outcomes[0] }
        let run = whole.run
        let papers = try await run.papers("execute", "executed")
        func freeze(_ name: String, until day: String) throws -> DocumentRecord {
            let form = try #require(try DocumentForms.shipped().form(of: StepDocument(name)))
            let filled = DocumentRecord(document: name, entries: form.fields.map(DocumentEntry.init(filling:)))
            return try #require(Self.saying([filled], ["since": "2026-03-02", "until": day]).first)
        }
        await #expect(throws: CaseworkError.holding(.frozenTooLong(last: "2026-04-01"))) {
            let long = papers + [try freeze("冻结决定书", until: "2026-04-02")]
            try await run.complete("execute", "executed", documents: long)
        }
        let right = papers + [try freeze("冻结决定书", until: "2026-04-01")]
        try await run.complete("execute", "executed", documents: right)
        try await run.complete("serve", "served", details: .served(on: "2026-03-02"))
        let keeping = try await run.papers("investigate", "unrelated")
        await #expect(throws: CaseworkError.holding(.frozenTooLong(last: "2026-05-01"))) {
            let long = keeping + [try freeze("延长冻结期限决定书", until: "2026-05-02")]
            try await run.complete("investigate", "unrelated", documents: long)
        }
        run.house.clock.set("2026-04-02")
        await #expect(throws: CaseworkError.holding(.freezeNotRunning(last: "2026-04-01"))) {
            let late = keeping + [try freeze("延长冻结期限决定书", until: "2026-05-01")]
            try await run.complete("investigate", "unrelated", documents: late)
        }
    }
}
