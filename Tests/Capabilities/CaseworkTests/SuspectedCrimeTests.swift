import Casework
import Codes
import Directory
import Kernel
import Processes
import TestHouse
import Testing

@Suite("A suspected crime goes to the police and is not settled by a penalty (行政处罚法 §27)")
struct SuspectedCrimeTests {
    private static func concluded(_ template: ProcessTemplate) async throws -> ExOfficioRun {
        let run = try await ExOfficioRun.open(template, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "crime")
        return run
    }

    @Test(
        "the head decides first; then the file goes over, and with the answer the case ends as handed over",
        arguments: [ProcessTemplate.penaltyOrdinary, .penaltyHearing]
    )
    func handedOver(_ template: ProcessTemplate) async throws {
        let run = try await Self.concluded(template)
        #expect(try await run.state().position.steps == ["approveTransfer"])
        await #expect(throws: CaseworkError.notWaiting(step: "transfer", waiting: ["approveTransfer"])) {
            try await run.complete("transfer", "transferred")
        }
        await #expect(throws: CaseworkError.notWaiting(step: "notice", waiting: ["approveTransfer"])) {
            try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        }
        await #expect(throws: CaseworkError.notYourStep(step: "approveTransfer", post: "approver")) {
            try await run.complete("approveTransfer", "approved", by: run.house.officer(.handle))
        }
        try await run.complete("approveTransfer", "approved")
        await #expect(throws: CaseworkError.self) {
            try await run.complete("transfer", "transferred", documents: [])
        }
        try await run.complete("transfer", "transferred")
        try await run.complete("reply", "accepted")
        try await run.complete("archiveTransferred", "archived")
        let state = try await run.state()
        #expect(state.decision == nil)
        guard case .closed(let closing) = state.stage else {
            Issue.record("\(state.stage)")
            return
        }
        #expect(closing.manner == .transferred)
    }

    @Test("refused by the head, or not taken up by the police, it goes on as a penalty and keeps its clock")
    func goesOn() async throws {
        let run = try await Self.concluded(.penaltyOrdinary)
        let clock = try await run.state().clock
        try await run.complete("approveTransfer", "refused")
        #expect(try await run.state().position.steps == ["conclude"])
        try await run.complete("conclude", "crime")
        try await run.complete("approveTransfer", "approved")
        try await run.complete("transfer", "transferred")
        try await run.complete("reply", "declined")
        try await run.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        #expect(try await run.state().position.steps == ["notice"])
        #expect(try await run.state().clock == clock)
    }
}
