import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import Testing
import TimeLimits

@testable import Casework

@Suite("What is sealed or seized is held for the days of the law, and no longer (行政强制法 §25–§28)")
struct HoldingTests {
    /// A seizure that was decided on 2 March 2026, while the facts are found out.
    private static func seized() async throws -> ExOfficioRun {
        var whole = try await WholeCase.open(.coerciveMeasure)
        try await whole.walk(until: "investigate") { $0.outcomes[0] }
        return whole.run
    }

    @Test(
        "a bank may have nothing to freeze; what an authority took stays held until it is given back (行政强制法 §28, §29)"
    )
    func untaken() throws {
        let freezing = try ProcessTemplate.freezing.definition()
        let execute = try #require(freezing.step("execute"))
        let untaken = try #require(execute.outcome("notFrozen"))
        #expect(freezing.holdingEnds(with: untaken, at: execute) == .notTaken)
        #expect(freezing.classified(as: .coerciveMeasure).holdingEnds(with: untaken, at: execute) == nil)
    }

    @Test("thirty days from the decision; the case shows that limit, and giving back ends it")
    func held() async throws {
        let run = try await HoldingTests.seized()
        let state = try await run.state()
        #expect(state.stage.name == .decided)
        #expect(state.holding?.clock.due.statutory == "2026-04-01")
        #expect(try state.limits().map(\.kind) == [.measure])
        try await run.complete("investigate", "unrelated")
        #expect(try await run.state().holding?.isRunning == true)
        try await run.complete("release", "released")
        #expect(try await run.state().holding?.ended?.way == .released)
        #expect(try await run.state().limits().map(\.kind) == [.promised, .statutory])
    }

    @Test("the head prolongs it once by thirty days, before it runs out")
    func prolonged() async throws {
        let run = try await HoldingTests.seized()
        await #expect(throws: CaseworkError.self) { try await run.prolong(by: .handle) }
        run.house.clock.set("2026-04-01")
        try await run.prolong()
        #expect(try await run.state().holding?.clock.due.statutory == "2026-05-01")
        await #expect(throws: CaseworkError.alreadyProlonged) { try await run.prolong() }
        run.house.clock.set("2026-05-01")
        try await run.complete("investigate", "handled")
        #expect(try await run.state().holding?.ended?.way == .handled)
    }

    @Test("once the days are over nothing is confiscated any more, nor held longer: only given back")
    func ranOut() async throws {
        let run = try await HoldingTests.seized()
        run.house.clock.set("2026-04-02")
        await #expect(throws: CaseworkError.holding(.ranOut(due: "2026-04-01"))) { try await run.prolong() }
        await #expect(throws: CaseworkError.holding(.ranOut(due: "2026-04-01"))) {
            try await run.complete("investigate", "handled")
        }
        try await run.complete("investigate", "unrelated")
        try await run.complete("release", "released")
    }

    @Test(
        "the days of a test do not count, and the party is told how long it takes; meanwhile nothing is decided on them"
    )
    func tested() async throws {
        let run = try await HoldingTests.seized()
        run.house.clock.set("2026-03-10")
        await #expect(throws: CaseworkError.groundNotListed(.testing, step: "investigate")) {
            try await run.suspend(.testing, until: "2026-03-25")
        }
        try await run.suspend(.testingOfSeized, until: "2026-03-25")
        #expect(try await run.state().holding?.clock.due == .stopped)
        #expect(try await run.state().stage.name == .decided)
        await #expect(throws: CaseworkError.holding(.beingTested(since: "2026-03-10"))) {
            try await run.complete("investigate", "handled")
        }
        run.house.clock.set("2026-03-20")
        try await run.house.submit(
            ResumeClock(caseFile: run.id, seen: try await run.version(), note: "检测报告已收到"),
            by: run.house.officer(.handle)
        )
        // Eight days were used, twenty-two are left after 20 March.
        #expect(try await run.state().holding?.clock.due.statutory == "2026-04-11")
        let rows = try await run.house.log.read(TestHouse.realm) { reading in
            try reading.deskCases(of: run.house.agency.text, in: .decided, limit: 9).map(\.id)
        }
        #expect(rows == [run.id])
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what is given back during a test is tested no longer")
    func releasedWhileTested() async throws {
        let run = try await HoldingTests.seized()
        try await run.suspend(.appraisalOfSeized, until: "2026-03-25")
        try await run.complete("investigate", "unrelated")
        try await run.complete("release", "released")
        #expect(try await run.state().holding?.clock.suspension == nil)
        #expect(try await run.state().holding?.ended?.way == .released)
    }
}

extension ExOfficioRun {
    fileprivate func prolong(by responsibility: Responsibility = .approve) async throws {
        let command = ProlongLimit(caseFile: id, seen: try await version(), reasons: "案情复杂，涉案物品数量较多，需要逐一核对")
        try await house.submit(command, by: house.officer(responsibility))
    }

    fileprivate func suspend(_ ground: ExcludedTime, until end: Day) async throws {
        let details = SuspensionDetails(ground: ground, expectedEnd: end, explanation: "送检测机构检测")
        try await house.submit(
            SuspendClock(caseFile: id, seen: try await version(), details: details),
            by: house.officer(.handle)
        )
    }
}
