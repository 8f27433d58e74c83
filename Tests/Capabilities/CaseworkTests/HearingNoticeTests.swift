import Casework
import Codes
import Kernel
import Processes
import TestHouse
import Testing
import TimeLimits

@Suite("A hearing is held seven working days after its notice was served (行政处罚法 §64, 行政许可法 §48)")
struct HearingNoticeTests {
    private static let source = "行政处罚法§64(二)"
    private static let suspension = StepDetails.specialProcedure(
        SuspensionDetails(ground: .hearing, expectedEnd: "2026-03-31", explanation: "举行听证")
    )

    /// A case in which the party may ask for a hearing, on 4 March.
    private static func asked() async throws -> ExOfficioRun {
        let run = try await ExOfficioRun.open(.penaltyHearing, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .large)
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        run.house.clock.set("2026-03-04")
        return run
    }

    private static func saying(_ papers: [DocumentRecord], _ texts: [String: String]) -> [DocumentRecord] {
        papers.map { paper in
            let entries = paper.entries.map { entry in
                DocumentEntry(
                    key: entry.key,
                    label: entry.label,
                    text: texts[entry.key] ?? entry.text,
                    rows: entry.rows
                )
            }
            return DocumentRecord(document: paper.document, entries: entries)
        }
    }

    @Test(
        "it is announced for no earlier day",
        arguments: [
            ("2026-03-13 09:30", HearingFault.announcedTooSoon(first: "2026-03-14", source: source)),
            ("2026-03-16 09:30", nil),
        ] as [(String, HearingFault?)]
    )
    func announced(heldAt: String, fault: HearingFault?) async throws {
        let run = try await Self.asked()
        let papers = Self.saying(try await run.papers("statement", "hearingRequested"), ["heldAt": heldAt])
        if let fault {
            await #expect(throws: CaseworkError.hearing(fault)) {
                try await run.complete(
                    "statement",
                    "hearingRequested",
                    details: Self.suspension,
                    documents: papers
                )
            }
        } else {
            try await run.complete("statement", "hearingRequested", details: Self.suspension, documents: papers)
            #expect(try await run.state().position.steps == ["hearing"])
        }
    }

    @Test(
        "its record says when the notice was served, and the days run from then",
        arguments: [
            ("", "2026-03-20 09:30", .serviceUntold(source: source)),
            ("2026-03-03", "2026-03-20 09:30", .servedUnwritten(written: "2026-03-04", source: source)),
            ("2026-03-10", "2026-03-19 09:30", .heldTooSoon(first: "2026-03-20", source: source)),
            // Neither what was announced for tomorrow nor a notice that is to be served counts as done.
            ("2026-03-10", "2026-03-23 09:30", .notHeldYet(on: "2026-03-20")),
            ("2026-03-23", "2026-04-03 09:30", .notHeldYet(on: "2026-03-20")),
            ("2026-03-10", "2026-03-20 09:30", nil),
        ] as [(String, String, HearingFault?)]
    )
    func held(servedOn: String, began: String, fault: HearingFault?) async throws {
        let run = try await Self.asked()
        try await run.complete("statement", "hearingRequested", details: Self.suspension)
        run.house.clock.set("2026-03-20")
        let papers = Self.saying(try await run.papers("hearing", "held"), ["notifiedOn": servedOn, "began": began])
        if let fault {
            await #expect(throws: CaseworkError.hearing(fault)) {
                try await run.complete("hearing", "held", documents: papers)
            }
        } else {
            try await run.complete("hearing", "held", documents: papers)
            #expect(try await run.state().position.steps == ["legalReview"])
        }
    }
}
