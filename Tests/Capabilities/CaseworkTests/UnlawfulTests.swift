import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import Testing

@Suite("What the law does not allow is refused, and changes nothing")
struct UnlawfulTests {
    @Test("who examined does not review or decide (G-SEPROLE)")
    func samePerson() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        let examiner = try house.officer(.handle)
        let reviewPost = try house.officer(.review)
        let intruder = Actor(kind: .officer, id: examiner.id, post: reviewPost.post, agency: examiner.agency)
        let command = CompleteStep(
            caseFile: licensing.id,
            seen: try await licensing.version(),
            step: "review",
            outcome: "agreed",
            opinion: "同意"
        )
        // Already the directory says no: the examiner does not hold the reviewer's post.
        await #expect(throws: AuthorityRefusal.self) { try await house.submit(command, by: intruder) }
        await #expect(throws: CaseworkError.notYourStep(step: "review", post: "reviewer")) {
            try await house.submit(command, by: examiner)
        }
        #expect(try await licensing.state().position.steps == ["review"])
    }

    @Test("nothing is decided before it is examined and reviewed")
    func earlyDecision() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        await #expect(throws: CaseworkError.notWaiting(step: "decide", waiting: ["examine"])) {
            try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        }
    }

    @Test("a refusal without reasons is none (行政许可法 §38)")
    func reasons() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        let bare = StepDetails.decision(
            DecisionDetails(reasons: "不行", content: "不予许可", validFrom: nil, validThrough: nil)
        )
        await #expect(throws: CaseworkError.reasonsMissing(field: "理由", atLeast: 10)) {
            try await licensing.complete("decide", "refused", by: .approve, details: bare)
        }
        await #expect(throws: CaseworkError.detailsMissing("决定内容")) {
            try await licensing.complete("decide", "refused", by: .approve)
        }
    }

    @Test("an expired certificate stops the act on the day")
    func certificate() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        house.clock.set("2029-01-02")
        await #expect(throws: AuthorityRefusal.self) {
            try await licensing.complete("receive", "registered", by: .reception)
        }
    }

    @Test("two approvals at once: one counts, the other is told what happened")
    func twice() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.complete("receive", "registered", by: .reception)
        let seen = try await licensing.version()
        let clerk = try house.officer(.reception)
        func accept(_ key: String) async -> Bool {
            let command = CompleteStep(
                caseFile: licensing.id,
                seen: seen,
                step: "accept",
                outcome: "accepted",
                opinion: "同意受理"
            )
            do {
                try await house.submit(command, by: clerk, key: key)
                return true
            } catch EventLogError.stale(_, seen, _, let since) {
                #expect(since.contains("CaseFile.ApplicationAccepted"))
                return false
            } catch {
                Issue.record("expected a stale screen, found \(error)")
                return false
            }
        }
        async let first = accept("first")
        async let second = accept("second")
        #expect(await [first, second].filter { $0 }.count == 1)
    }

    @Test("an item that is not published takes no application")
    func unpublished() async throws {
        let house = try await TestHouse.open()
        let clerk = Actor(kind: .officer, id: "founder")
        let content = ItemContent(code: "X", name: "未公布事项", category: .license)
        let draft = try await house.submit(DraftPowerItem(item: nil, content: content), by: clerk)
        let command = SubmitApplication(
            item: draft,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(answers: [], materials: []),
            queryDigest: "d"
        )
        await #expect(throws: CatalogError.self) {
            try await house.submit(command, by: Actor(kind: .visitor, id: "v"))
        }
    }

    @Test("a form sent twice makes one case; a required material may not be missing")
    func replay() async throws {
        let house = try await TestHouse.open()
        let first = try await house.apply(key: "form")
        let again = try await house.apply(key: "form")
        #expect(first == again)
        let command = SubmitApplication(
            item: house.license,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(answers: [], materials: []),
            queryDigest: "d"
        )
        await #expect(throws: CaseworkError.materialMissing(["申请书"])) {
            try await house.submit(command, by: Actor(kind: .visitor, id: "v"))
        }
    }
}
