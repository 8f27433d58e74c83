import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Who reviews the legality of a penalty (行政处罚法 §58.2)")
struct ReviewerTests {
    private let founder = Actor(kind: .officer, id: "founder")

    /// A case that waits for its legal review, and a colleague of the reviewer with neither qualification nor past.
    private struct Scene {
        let run: ExOfficioRun
        let novice: Actor

        init(on engine: StorageEngine = .sqlite) async throws {
            run = try await ExOfficioRun.toLegalReview(on: engine)
            novice = try await run.house.colleague(of: .legalReview, named: "演示新任审核")
        }

        func review(by actor: Actor) async throws { try await run.complete("legalReview", "passed", by: actor) }
    }

    @Test("who is not qualified neither passes a case nor sends it back", arguments: StorageEngine.allCases)
    func unqualified(engine: StorageEngine) async throws {
        let scene = try await Scene(on: engine)
        let before = try await scene.run.house.state(scene.run.id).version
        let refusal = CaseworkError.legalReview(.unqualified(officer: scene.novice.id, isSelf: true))
        await #expect(throws: refusal) { try await scene.review(by: scene.novice) }
        let back = ReturnToStep(
            caseFile: scene.run.id,
            seen: before,
            from: "legalReview",
            to: "investigate",
            reason: "补充证据"
        )
        await #expect(throws: refusal) { try await scene.run.house.submit(back, by: scene.novice) }
        #expect(try await scene.run.house.state(scene.run.id).version == before)
        #expect(try await scene.run.state().position.steps == ["legalReview"])
    }

    @Test("a qualification that begins later is none yet, from its day on it is")
    func laterQualification() async throws {
        let scene = try await Scene()
        let today = scene.run.house.clock.now.day
        let officer = Officer.ID(scene.novice.id)
        try await scene.run.house.submit(RecordLegalQualification(officer, number: "A2", from: today + 1), by: founder)
        await #expect(throws: CaseworkError.self) { try await scene.review(by: scene.novice) }
        scene.run.house.clock.set(today + 1)
        try await scene.review(by: scene.novice)
    }

    @Test("who reviewed before the law asked for it needs none; from that day on it is needed")
    func formerReviewer() async throws {
        let scene = try await Scene()
        let officer = Officer.ID(scene.novice.id)
        func record(_ since: Day) async throws {
            try await scene.run.house.submit(
                RecordFormerReview(officer, since: since, proof: "演示法审〔2017〕3号"),
                by: founder
            )
        }
        await #expect(throws: DirectoryError.noFormerReviewer(since: "2018-01-01")) { try await record("2018-01-01") }
        await #expect(throws: CaseworkError.self) { try await scene.review(by: scene.novice) }
        try await record("2017-12-31")
        try await scene.review(by: scene.novice)
        #expect(try await scene.run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("who acts along is qualified too")
    func companion() async throws {
        let scene = try await Scene()
        let reviewer = try scene.run.house.officer(.legalReview)
        let current = try await scene.run.house.state(scene.run.id)
        let step = try #require(try ProcessTemplate.penaltyHearing.definition().step("legalReview"))
        let command = CompleteStep(
            caseFile: scene.run.id,
            seen: current.version,
            step: "legalReview",
            outcome: "passed",
            opinion: "同意",
            documents: try DocumentRecord.filledIn(step, step.outcomes[0]),
            companions: [scene.novice.id]
        )
        let refusal = CaseworkError.legalReview(.unqualified(officer: scene.novice.id, isSelf: false))
        await #expect(throws: refusal) { try await scene.run.house.submit(command, by: reviewer) }
    }

    @Test("who stands in for a qualified reviewer is asked for the own qualification")
    func standIn() async throws {
        let scene = try await Scene()
        let house = scene.run.house
        let reviewer = try house.officer(.legalReview)
        let deputy = try await house.colleague(of: .handle, named: "演示代行", certificate: 990_002)
        let post = Directory.Post.ID(try #require(reviewer.post))
        let today = house.clock.now.day
        try await house.submit(
            DelegatePost(
                post,
                Delegation(
                    from: Officer.ID(reviewer.id),
                    to: Officer.ID(deputy.id),
                    begins: today,
                    ends: today + 5,
                    reason: "培训期间"
                )
            ),
            by: founder
        )
        let standing = Actor(kind: .officer, id: deputy.id, post: post.text, agency: house.agency.text)
        let refusal = CaseworkError.legalReview(.unqualified(officer: deputy.id, isSelf: true))
        await #expect(throws: refusal) { try await scene.review(by: standing) }
    }
}

extension ExOfficioRun {
    /// A case with a heavy fine, told and answered, that waits for its legal review.
    static func toLegalReview(on engine: StorageEngine = .sqlite) async throws -> ExOfficioRun {
        var house = try await TestHouse.open(on: engine)
        try await house.appointReviewerAndChair()
        return try await toLegalReview(in: house)
    }

    static func toLegalReview(in house: TestHouse) async throws -> ExOfficioRun {
        let item = try await house.publish(.penaltyHearing, .penalty, named: "对无证办学的处理")
        let run = try await ExOfficioRun.open(item, .penaltyHearing, in: house)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .proposed(yuan: 20_000))
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        house.clock.set("2026-03-12")
        try await run.complete("statement", "waived")
        return run
    }
}
