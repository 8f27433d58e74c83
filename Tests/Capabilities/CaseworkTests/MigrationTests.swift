import Casework
import Directory
import EventLog
import Foundation
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing
import TimeLimits
import WorkflowEngine

@Suite("A new version of a process, and the cases that run under the old one")
struct MigrationTests {
    private static let proposer = Actor(kind: .officer, id: "keeper")
    private static let legal = Actor(kind: .officer, id: "legal")
    private static let renamed = FlowMapping([.init(from: "review", to: "recheck")])

    /// The house's license, its second version published: 审核 is called 复核 and, if wanted, legal review precedes it.
    private struct Scene {
        let house: TestHouse
        let run: LicensingRun

        init(on engine: StorageEngine = .sqlite, withLegalReview: Bool = false) async throws {
            house = try await TestHouse.open(on: engine)
            let definition = try ProcessTemplate.licensingPrompt.definition()
            let next = try definition.nextVersion(withLegalReview: withLegalReview)
            try await house.submit(
                PublishProcess(definition: next, promised: .workingDays(15), statutory: .workingDays(20)),
                by: proposer
            )
            run = LicensingRun(house, try await house.apply().caseFile)
            try await run.accept()
        }

        var from: ProcessPin { ProcessPin(id: "licensing-prompt", version: 1) }
        var to: ProcessPin { ProcessPin(id: "licensing-prompt", version: 2) }

        func propose(_ mapping: FlowMapping = renamed) async throws -> MigrationPlan.ID {
            try await house.submit(
                ProposeMigration(
                    from: from,
                    to: to,
                    mapping: mapping,
                    cases: [run.id],
                    reason: "新版依据修订后的规定，审核改称复核"
                ),
                by: proposer
            )
        }

        func migrate(
            _ plan: MigrationPlan.ID,
            goesBack: Bool = false,
            seen: Int? = nil,
            by actor: Actor = legal
        ) async throws {
            let version = try await run.version()
            let command = MigrateCase(plan: plan, caseFile: run.id, seen: seen ?? version, goesBack: goesBack)
            try await house.submit(command, by: actor)
        }

        func inbox() async throws -> [InboxRow] {
            try await house.log.read(TestHouse.realm) { reading in
                try reading.deskInbox(
                    of: house.agency.text,
                    functions: ["window", "examiner", "reviewer", "approver"],
                    limit: 10
                )
            }
        }
    }

    @Test(
        "a case goes over and back: what is done stays done, since when it waits and what was promised do not change",
        arguments: StorageEngine.allCases
    )
    func thereAndBack(_ engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        try await scene.run.complete("examine", "proposed", by: .handle)
        let before = try await scene.run.state()
        let waitedSince = try #require(try await scene.inbox().first { $0.step == "review" }?.enteredAt)
        scene.house.clock.set("2026-03-04")
        let plan = try await scene.propose()
        try await scene.migrate(plan)
        let after = try await scene.run.state()
        #expect(after.opening?.item.process == scene.to)
        #expect(after.position.steps == ["recheck"])
        #expect(after.entered["recheck"] == before.entered["review"])
        #expect(after.clock == before.clock)
        let row = try #require(try await scene.inbox().first)
        #expect(row.step == "recheck" && row.function == "reviewer" && row.enteredAt == waitedSince)

        try await scene.run.complete("recheck", "agreed", by: .review)
        try await scene.migrate(plan, goesBack: true)
        let back = try await scene.run.state()
        #expect(back.opening?.item.process == scene.from)
        #expect(back.position.steps == ["decide"])
        #expect(back.lastAct(on: "review")?.officer == (try scene.house.officer(.review)).id)
        #expect(back.clock == before.clock)
        #expect(try await scene.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what the new version adds is done; then the way back is closed, for the old one knows nothing of it")
    func goesOn() async throws {
        let scene = try await Scene(withLegalReview: true)
        try await scene.run.complete("examine", "proposed", by: .handle)
        try await scene.migrate(try await scene.propose())
        #expect(try await scene.run.state().position.steps == ["legal"])
        await #expect(throws: CaseworkError.self) {
            try await scene.run.complete("recheck", "agreed", by: .review)
        }
        try await scene.run.complete("legal", "passed", by: .review)
        try await scene.run.complete("recheck", "agreed", by: .review)
        #expect(try await scene.run.state().position.steps == ["decide"])
        // The old version knows nothing of a legal review that was done: the case stays where it is.
        let plan = try #require(try await scene.run.state().migrations.last?.event.plan)
        await #expect(throws: CaseworkError.notMigrated(.process(.run(.unmapped("legal"))))) {
            try await scene.migrate(plan, goesBack: true)
        }
    }

    @Test("a case past the place where a step was added stays under its version")
    func stays() async throws {
        let scene = try await Scene(withLegalReview: true)
        try await scene.run.complete("examine", "proposed", by: .handle)
        try await scene.run.complete("review", "agreed", by: .review)
        let plan = try await scene.propose()
        await #expect(
            throws: CaseworkError.notMigrated(.process(.run(.outOfOrder("review", waiting: ["legal"]))))
        ) { try await scene.migrate(plan) }
        #expect(try await scene.run.state().opening?.item.process == scene.from)
    }

    @Test("who proposed does not decide, nobody takes over what a colleague touched since, and no step vanishes unsaid")
    func guarded() async throws {
        let scene = try await Scene()
        let plan = try await scene.propose()
        await #expect(throws: CaseworkError.notMigrated(.ownPlan)) {
            try await scene.migrate(plan, by: Self.proposer)
        }
        let seen = try await scene.run.version()
        try await scene.run.complete("examine", "proposed", by: .handle)
        await #expect(throws: EventLogError.self) { try await scene.migrate(plan, seen: seen) }
        let mute = try await scene.propose(FlowMapping())
        await #expect(throws: CaseworkError.notMigrated(.process(.run(.unmapped("review"))))) {
            try await scene.migrate(mute)
        }
        await #expect(
            throws: CaseworkError.notMigrated(.otherVersion(expected: scene.to, found: scene.from))
        ) {
            try await scene.migrate(plan, goesBack: true)
        }
        try await scene.house.submit(DeclineMigration(plan: plan, reason: "新版依据尚未施行"), by: Self.legal)
        await #expect(throws: CaseworkError.notMigrated(.planDeclined("新版依据尚未施行"))) {
            try await scene.migrate(plan)
        }
    }

    @Test("while the clock stands still a case goes over only where it stays at its step")
    func held() async throws {
        let scene = try await Scene()
        try await scene.run.complete(
            "examine",
            "test",
            by: .handle,
            details: .specialProcedure(
                SuspensionDetails(ground: .appraisal, expectedEnd: "2026-03-20", explanation: "委托专业机构鉴定园舍安全")
            )
        )
        let before = try await scene.run.state().clock
        try await scene.migrate(try await scene.propose())
        #expect(try await scene.run.state().clock == before)
        #expect(try await scene.run.state().position.steps == ["expertTest"])
    }
}

extension ProcessDefinition {
    /// The next version: 审核 is called 复核; legal review may come before it.
    fileprivate func nextVersion(withLegalReview: Bool) throws -> ProcessDefinition {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(self))
        var definition = try #require(object as? [String: Any])
        definition["version"] = version + 1
        let first = withLegalReview ? "legal" : "recheck"
        var steps = try #require(definition["steps"] as? [[String: Any]])
        for index in steps.indices {
            if steps[index]["id"] as? String == "review" {
                steps[index]["id"] = "recheck"
                steps[index]["name"] = "复核"
            }
            let differs = steps[index]["differsFrom"] as? [String] ?? []
            steps[index]["differsFrom"] = differs.map { $0 == "review" ? "recheck" : $0 }
            var outcomes = try #require(steps[index]["outcomes"] as? [[String: Any]])
            for number in outcomes.indices where outcomes[number]["next"] as? [String] == ["review"] {
                outcomes[number]["next"] = [first]
            }
            steps[index]["outcomes"] = outcomes
        }
        if withLegalReview, let review = steps.firstIndex(where: { $0["id"] as? String == "recheck" }) {
            var legal = steps[review]
            legal["id"] = "legal"
            legal["name"] = "法制审核"
            legal["kind"] = StepKind.legalReview.rawValue
            legal["outcomes"] = [
                ["id": "passed", "name": "审核通过", "next": ["recheck"], "documents": []] as [String: Any]
            ]
            legal["limit"] = ["period": "0wd", "source": "行政许可法§42"]
            legal["documents"] = [String]()
            steps.insert(legal, at: review)
        }
        definition["steps"] = steps
        return try JSONDecoder().decode(
            ProcessDefinition.self,
            from: JSONSerialization.data(withJSONObject: definition)
        )
    }
}
