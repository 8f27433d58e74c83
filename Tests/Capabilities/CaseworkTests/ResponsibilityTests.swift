import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Who acts on a case, and who answers for it")
struct ResponsibilityTests {
    @Test("an open recusal stops review and decision, not the examination; the head decides it (行政处罚法 §43)")
    func recusal() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let examiner = Officer.ID(try house.officer(.handle).id)
        let reviewer = Officer.ID(try house.officer(.review).id)
        let head = try house.officer(.approve)
        let matter = "casefile/\(licensing.id)"
        for officer in [examiner, reviewer] {
            let request = RequestRecusal(officer, in: matter, ground: .interest, reason: "与申请人有直接利害关系")
            try await house.submit(request, by: Actor(kind: .party, id: "party"))
        }
        try await licensing.complete("examine", "proposed", by: .handle)
        await #expect(throws: CaseworkError.recusalUndecided(step: "review", officer: reviewer.text)) {
            try await licensing.complete("review", "agreed", by: .review)
        }
        func decide(_ isGranted: Bool) -> DecideRecusal {
            DecideRecusal(reviewer, in: matter, isGranted: isGranted, reason: "经核查")
        }
        await #expect(throws: DirectoryError.recusalOfOneself) {
            try await house.submit(decide(false), by: house.officer(.review))
        }
        await #expect(throws: DirectoryError.notHead) {
            try await house.submit(decide(false), by: house.officer(.handle))
        }
        try await house.submit(decide(true), by: head)
        await #expect(throws: CaseworkError.recused(officer: reviewer.text)) {
            try await licensing.complete("review", "agreed", by: .review)
        }
        let again = RequestRecusal(reviewer, in: matter, ground: .kinship, reason: "再次申请")
        try await house.submit(again, by: Actor(kind: .party, id: "party"))
        try await house.submit(decide(false), by: head)
        try await licensing.complete("review", "agreed", by: .review)
    }

    @Test("a relation declared beforehand counts in every case of that party")
    func relation() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let reviewer = Officer.ID(try house.officer(.review).id)
        let party = try #require(try await licensing.state().opening?.party)
        try await house.submit(DeclareRelation(of: reviewer, to: party, ground: .kinship), by: house.officer(.review))
        try await licensing.complete("examine", "proposed", by: .handle)
        await #expect(throws: CaseworkError.recusalUndecided(step: "review", officer: reviewer.text)) {
            try await licensing.complete("review", "agreed", by: .review)
        }
        let next = LicensingRun(house, try await house.apply(key: "next").caseFile)
        try await next.accept()
        #expect(try await next.state().opening?.party != party, "the same person, registered anew")
        try await next.complete("examine", "proposed", by: .handle)
        await #expect(throws: CaseworkError.recusalUndecided(step: "review", officer: reviewer.text)) {
            try await next.complete("review", "agreed", by: .review)
        }
    }

    @Test("who is recused does nothing more in the case, neither returning nor stopping the clock (行政处罚法 §43)")
    func recused() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        let reviewer = Officer.ID(try house.officer(.review).id)
        let matter = "casefile/\(licensing.id)"
        let request = RequestRecusal(reviewer, in: matter, ground: .interest, reason: "与申请人有直接利害关系")
        try await house.submit(request, by: Actor(kind: .party, id: "party"))
        let grant = DecideRecusal(reviewer, in: matter, isGranted: true, reason: "经核查")
        try await house.submit(grant, by: house.officer(.approve))
        let refusal = CaseworkError.recused(officer: reviewer.text)
        let seen = try await licensing.version()
        await #expect(throws: refusal) {
            let back = ReturnToStep(caseFile: licensing.id, seen: seen, from: "review", to: "examine", reason: "重新审查")
            try await house.submit(back, by: house.officer(.review))
        }
        await #expect(throws: refusal) {
            try await house.submit(
                ProlongLimit(caseFile: licensing.id, seen: seen, reasons: "案情复杂，十日内不能作出决定"),
                by: house.officer(.review)
            )
        }
    }

    @Test("the responsible person of every step is known afterwards, also when posts have changed hands since")
    func responsible() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        let clerk = Actor(kind: .officer, id: "founder")
        let reviewer = try house.officer(.review)
        let post = Post.ID(try #require(reviewer.post))
        let deputy = Officer.ID(try house.officer(.handle, 1).id)
        let liability = PostCharter.Liability(kind: .supervising, content: "对审核意见负责")
        let charter = PostCharter(powers: [], liability: liability)
        try await house.submit(SetPostCharter(charter, of: post, from: "2026-01-05", reason: "分解职权"), by: clerk)
        let absence = Delegation(
            from: Officer.ID(reviewer.id),
            to: deputy,
            begins: "2026-03-01",
            ends: "2026-03-31",
            reason: "学习"
        )
        try await house.submit(DelegatePost(post, absence), by: clerk)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        let step = CompleteStep(
            caseFile: licensing.id,
            seen: try await licensing.version(),
            step: "review",
            outcome: "agreed",
            opinion: "同意承办意见"
        )
        let actor = Actor(kind: .officer, id: deputy.text, post: post.text, agency: house.agency.text)
        try await house.submit(step, by: actor)
        house.clock.set("2026-06-01")
        try await house.submit(DismissOfficer(deputy, from: "2026-06-01", reason: "辞职"), by: clerk)
        try await house.submit(AbolishPost(post, from: "2026-06-01", reason: "机构改革"), by: clerk)
        let id = licensing.id
        let found = try await house.log.read(TestHouse.realm) { try $0.responsiblePersons(of: id) }
        #expect(found.map(\.step) == ["receive", "accept", "examine", "review"])
        #expect(found.map(\.responsibility) == [.reception, .reception, .handle, .review])
        #expect(found.map(\.officerName) == ["演示窗口", "演示窗口", "演示承办甲", "演示承办乙"])
        #expect(found.last?.onBehalfOf == "演示审核")
        #expect(found.last?.liability == liability)
    }
}
