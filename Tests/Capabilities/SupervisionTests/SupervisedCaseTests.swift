import Casework
import Directory
import EventLog
import Kernel
import Processes
import Publicity
import Supervision
import TestHouse
import TestSupport
import Testing

@Suite("A supervised case, with the real officers and commands")
struct SupervisedCaseTests {
    private struct Office {
        let house: TestHouse
        let timers: DueTimers

        init(on engine: StorageEngine) async throws {
            let supervisor = try SupervisionModule.supervisor()
            house = try await TestHouse.open(
                on: engine,
                migrations: PublicityModule.migrations + SupervisionModule.migrations,
                families: PublicityModule.families + SupervisionModule.families,
                projections: PublicityModule.projections + SupervisionModule.projections,
                reactors: PublicityModule.reactors(MaskingPolicy.shipped(), PublicityRules.shipped())
                    + SupervisionModule.reactors(supervisor)
            )
            timers = DueTimers(house.log, supervisor)
        }

        func fire(on day: Day) async throws {
            house.clock.set(day)
            let report = try await timers.fire(TestHouse.realm, now: house.clock.now)
            #expect(report.failures.isEmpty)
        }

        func complete(
            _ id: CaseFile.ID,
            _ step: Step.ID,
            _ outcome: StepOutcome.ID,
            by responsibility: Responsibility,
            details: StepDetails = .none
        ) async throws {
            let command = CompleteStep(
                caseFile: id,
                seen: try await house.state(id).version,
                step: step,
                outcome: outcome,
                opinion: "材料齐全，符合法定条件",
                details: details
            )
            try await house.submit(command, by: house.officer(responsibility))
        }

        func standing(_ id: CaseFile.ID) async throws -> [RuleCode] {
            let findings = try await house.log.read(TestHouse.realm) { try $0.findings(of: id) }
            return findings.all.filter(\.isStanding).map(\.breach.rule)
        }
    }

    @Test(
        "nobody acts: no answer, then a reminder, a yellow and a red card; the act ends the climb",
        arguments: StorageEngine.allCases
    )
    func neglected(on engine: StorageEngine) async throws {
        let office = try await Office(on: engine)
        let id = try await office.house.apply().caseFile
        #expect(try await office.standing(id).isEmpty)
        try await office.fire(on: "2026-03-09")
        #expect(try await office.standing(id).isEmpty)
        try await office.fire(on: "2026-03-10")
        #expect(try await office.standing(id) == [.accept])

        // Fifteen working days from 10 March end on 31 March, twenty on 8 April: 6 April is a day off.
        try await office.complete(id, "receive", "registered", by: .reception)
        try await office.complete(id, "accept", "accepted", by: .reception)
        try await office.fire(on: "2026-03-30")
        let watched = try await office.house.log.read(TestHouse.realm) { try $0.findings(of: id).watched }
        #expect(watched.first { $0.rule == .yellow }?.limit == "2026-03-31")
        try await office.fire(on: "2026-03-31")
        #expect(try await office.standing(id) == [.accept, .node, .remind])
        try await office.fire(on: "2026-04-01")
        #expect(try await office.standing(id) == [.accept, .node, .yellow])
        try await office.fire(on: "2026-04-02")
        #expect(try await office.standing(id) == [.accept, .node, .red])

        try await office.complete(id, "examine", "proposed", by: .handle)
        try await office.complete(id, "review", "agreed", by: .review)
        let decision = DecisionDetails(
            reasons: "经审查，申请材料齐全，符合法定条件",
            content: "准予设立民办幼儿园",
            validFrom: "2026-04-02",
            validThrough: "2029-04-01"
        )
        try await office.complete(id, "decide", "granted", by: .approve, details: .decision(decision))
        try await office.fire(on: "2026-06-01")
        #expect(try await office.standing(id) == [.accept, .node, .red, .node, .publishedLate, .serve])
        #expect(try await office.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a case that is handled in time leaves no finding, a missing document does")
    func inTime() async throws {
        let office = try await Office(on: .sqlite)
        let id = try await office.house.apply().caseFile
        try await office.complete(id, "receive", "registered", by: .reception)
        try await office.complete(id, "accept", "accepted", by: .reception)
        try await office.complete(id, "examine", "proposed", by: .handle)
        try await office.complete(id, "review", "agreed", by: .review)
        let decision = DecisionDetails(
            reasons: "经审查，申请材料齐全，符合法定条件",
            content: "准予设立民办幼儿园",
            validFrom: "2026-03-02",
            validThrough: nil
        )
        try await office.complete(id, "decide", "granted", by: .approve, details: .decision(decision))
        try await office.complete(id, "permit", "made", by: .reception)
        let service = ServiceDetails(way: .direct, servedOn: "2026-03-02", note: "申请人签收")
        try await office.complete(id, "serve", "served", by: .reception, details: .service(service))
        try await office.complete(id, "publish", "published", by: .reception)
        try await office.fire(on: "2026-12-01")
        #expect(try await office.standing(id).isEmpty)
        try await office.complete(id, "archive", "archived", by: .handle)
        #expect(Set(try await office.standing(id)) == [.decisionDocument, .acceptanceDocument])
        let watched = try await office.house.log.read(TestHouse.realm) { try $0.watchedMoments() }
        #expect(watched == 0)
    }

    @Test("the agency explains, the supervisor judges; nobody else may")
    func judged() async throws {
        let office = try await Office(on: .sqlite)
        let id = try await office.house.apply().caseFile
        try await office.fire(on: "2026-03-10")
        let explain = ExplainFinding(matter: .caseFile(id), number: 1, explanation: "窗口人员病假，已补办")
        await #expect(throws: AuthorityRefusal.self) {
            try await office.house.submit(explain, by: Actor(kind: .officer, id: "nobody", post: "none"))
        }
        #expect(try await office.house.submit(explain, by: office.house.officer(.reception)) == .explained)
        let accept = AcceptFinding(matter: .caseFile(id), number: 1, opinion: "情况属实，予以认定")
        await #expect(throws: SupervisionError.notASupervisor) {
            try await office.house.submit(accept, by: office.house.officer(.handle))
        }
    }
}
