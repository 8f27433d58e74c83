import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing
import TimeLimits

@Suite("A license from application to filing")
struct LicensingTests {
    @Test("a case that is in order is granted, served and filed", arguments: StorageEngine.allCases)
    func granted(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let receipt = try await house.apply()
        #expect(receipt.number == "511602-20260302-00001")
        #expect(receipt.answerDue == "2026-03-09")
        let licensing = LicensingRun(house, receipt.caseFile)

        house.clock.set("2026-03-03")
        try await licensing.complete("receive", "registered", by: .reception)
        try await licensing.complete("accept", "accepted", by: .reception)
        var state = try await house.state(receipt.caseFile).state
        #expect(state.stage.name == .examination)
        // 20 and 15 working days from 3 March: no holiday in between.
        #expect(state.clock?.due == DueDays(promised: "2026-03-24", statutory: "2026-03-31", isProvisional: false))

        house.clock.set("2026-03-05")
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        state = try await house.state(receipt.caseFile).state
        #expect(state.decision?.number == "演示教许准〔2026〕1号")
        #expect(state.decision?.permitNumber != nil)
        #expect(Set(state.position.steps) == ["permit", "publish"])

        try await licensing.complete("permit", "made", by: .reception)
        try await licensing.complete("serve", "served", by: .reception, details: .service(on: "2026-03-05"))
        try await licensing.complete("publish", "published", by: .reception)
        try await licensing.complete("archive", "archived", by: .handle)
        state = try await house.state(receipt.caseFile).state
        #expect(state.stage == .closed(Closing(manner: .granted, on: "2026-03-05", decision: state.decision)))
        #expect(state.position.steps.isEmpty)

        let row = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: receipt.number) }
        #expect(row?.stage == .closed)
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
        _ = try await house.log.verify(TestHouse.realm)
    }

    @Test("what is missing is told once, and the case goes on when it is handed in")
    func corrected() async throws {
        let house = try await TestHouse.open()
        let receipt = try await house.apply()
        let licensing = LicensingRun(house, receipt.caseFile)
        try await licensing.complete("receive", "registered", by: .reception)
        let points = [CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少申请人签名")]
        try await licensing.complete("accept", "correctionNeeded", by: .reception, details: .correction(points))
        let told = try await house.state(receipt.caseFile)
        #expect(told.state.stage.name == .correction)

        house.clock.set("2026-03-10")
        let supplement = SupplementMaterials(
            caseFile: receipt.caseFile,
            seen: told.version,
            submission: try #require(told.state.submission),
            answered: []
        )
        let visitor = Actor(kind: .visitor, id: "visitor")
        await #expect(throws: CaseworkError.correctionIncomplete(missing: ["申请书"])) {
            try await house.submit(supplement, by: visitor)
        }
        let complete = SupplementMaterials(
            caseFile: receipt.caseFile,
            seen: told.version,
            submission: try #require(told.state.submission),
            answered: ["申请书"]
        )
        try await house.submit(complete, by: visitor)
        try await licensing.complete("acceptCorrected", "accepted", by: .reception)
        let clock = try #require(try await house.state(receipt.caseFile).state.clock)
        #expect(clock.acceptedOn == "2026-03-10")
    }

    @Test("suspended time does not count: the day of stopping does, counting resumes the day after (行政许可法 §45)")
    func suspended() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        house.clock.set("2026-03-04")
        let stop = SuspensionDetails(ground: .appraisal, expectedEnd: "2026-03-20", explanation: "场地安全鉴定")
        try await licensing.suspend(stop)
        await #expect(throws: CaseworkError.suspendedNoAct(since: "2026-03-04")) {
            try await licensing.complete("examine", "proposed", by: .handle)
        }
        house.clock.set("2026-03-11")
        try await licensing.resume()
        // Accepted on 2 March; 3 and 4 March counted, 5 to 11 March excluded: 13 of 15 days are left.
        let due = try #require(try await licensing.state().clock?.due)
        #expect(due.promised == "2026-03-30")
        #expect(due.statutory == "2026-04-07")
    }

    @Test("without an answer in five working days the application counts as accepted (行政许可法 §32)")
    func deemed() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        house.clock.set("2026-03-09")
        #expect(try await house.log.deemOverdueAccepted(in: TestHouse.realm).isEmpty)
        house.clock.set("2026-03-10")
        #expect(try await house.log.deemOverdueAccepted(in: TestHouse.realm) == [licensing.id])
        #expect(try await house.log.deemOverdueAccepted(in: TestHouse.realm).isEmpty)
        #expect(try await licensing.state().clock?.acceptedOn == "2026-03-02")
        #expect(try await licensing.state().position.steps == ["examine"])
    }

    @Test("the limit is prolonged once, by who approves, with reasons (行政许可法 §42)")
    func prolonged() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let reasons = "案情复杂，需要进一步核实办学条件"
        await #expect(throws: CaseworkError.notYourStep(step: "prolong", post: "approver")) {
            try await licensing.prolong(reasons, by: .handle)
        }
        try await licensing.prolong(reasons, by: .approve)
        #expect(try await licensing.state().clock?.due.statutory == "2026-04-14")
        await #expect(throws: CaseworkError.alreadyProlonged) { try await licensing.prolong(reasons, by: .approve) }
    }

    @Test("a return voids what was done since, and the same officer may do it again")
    func returned() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.returnTo("examine", from: "review", by: .review)
        #expect(try await licensing.state().position.steps == ["examine"])
        #expect(try await licensing.state().lastAct(on: "examine") == nil)
        try await licensing.complete("examine", "proposed", by: .handle)
    }

    @Test("numbers have no gap and no double, though many apply at once", arguments: StorageEngine.allCases)
    func numbers(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let numbers = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<30 { group.addTask { try await house.apply(key: "apply \(index)").number } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(numbers).count == 30)
        #expect(numbers.max() == "511602-20260302-00030")
    }
}
