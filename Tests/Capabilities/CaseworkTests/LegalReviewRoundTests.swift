import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A legal review: materials, supplement, disagreement (行政处罚法 §58)")
struct LegalReviewRoundTests {
    /// A case at its legal review, with another qualified reviewer beside the first.
    struct Round {
        let run: ExOfficioRun
        let reviewer: Actor
        let other: Actor

        init(on engine: StorageEngine = .sqlite, materials: String? = nil, limit: String = "5个工作日") async throws {
            var house = try await TestHouse.open(on: engine)
            try await house.appointReviewerAndChair()
            if let materials {
                let cells = ["行政处罚", "全部", "全部", "行政处罚法第五十八条", materials, "十项内容", "法制机构", limit, ""]
                try await house.publish("reviews", [cells], from: "2026-03-02")
            }
            run = try await ExOfficioRun.toLegalReview(in: house)
            reviewer = try house.officer(.legalReview)
            other = try await house.colleague(of: .legalReview, named: "演示复审")
            let qualification = RecordLegalQualification(Officer.ID(other.id), number: "A2", from: "2020-01-01")
            try await house.submit(qualification, by: Actor(kind: .officer, id: "founder"))
        }

        func seen() async throws -> Int { try await run.house.state(run.id).version }

        func review() async throws -> LegalReview { try await run.state().review(of: "legalReview") }

        func ask(_ materials: [String], by actor: Actor? = nil) async throws {
            let command = AskReviewMaterials(
                caseFile: run.id,
                seen: try await seen(),
                materials: materials,
                reasons: "卷内未见"
            )
            try await run.house.submit(command, by: actor ?? reviewer)
        }

        func supply(_ supplied: [(String, String)]) async throws {
            let command = SupplyReviewMaterials(
                caseFile: run.id,
                seen: try await seen(),
                supplied: supplied.map { .init(material: $0.0, paper: $0.1) }
            )
            try await run.house.submit(command, by: run.house.officer(.handle))
        }

        func prolong() async throws {
            let command = ProlongReview(caseFile: run.id, seen: try await seen(), reasons: "案情复杂，涉及多个法律关系")
            try await run.house.submit(command, by: run.house.officer(.approve))
        }

        func oppose(
            by actor: Actor? = nil,
            _ defects: [ReviewDefect] = [.evidence],
            paper: DocumentRecord? = nil
        ) async throws {
            let form = try #require(try DocumentForms.shipped().form(of: StepDocument("法制审核意见书")))
            let command = OpposeInReview(
                caseFile: run.id,
                seen: try await seen(),
                defects: defects,
                to: "investigate",
                opinion: "现有证据不足以证明违法事实",
                documents: [paper ?? DocumentRecord(document: form.name, entries: form.fields.map(Round.wanting))]
            )
            try await run.house.submit(command, by: actor ?? reviewer)
        }

        /// Not as it must be, where the form asks whether it is.
        static func wanting(_ field: DocumentField) -> DocumentEntry {
            guard let bad = field.choices.first(where: { !field.passing.contains($0) }) else {
                return DocumentEntry(filling: field)
            }
            return DocumentEntry(key: field.key, label: field.label, text: bad)
        }

        func accept() async throws {
            let command = AcceptReview(caseFile: run.id, seen: try await seen(), note: "同意补充调查")
            try await run.house.submit(command, by: run.house.officer(.handle))
        }

        func contest() async throws {
            let command = ContestReview(caseFile: run.id, seen: try await seen(), reasons: "证据已经相互印证，足以认定")
            try await run.house.submit(command, by: run.house.officer(.handle))
        }

        func answer(_ isMaintained: Bool, by actor: Actor? = nil) async throws {
            let command = AnswerContest(
                caseFile: run.id,
                seen: try await seen(),
                isMaintained: isMaintained,
                opinion: "经复审，原审核意见的理由如下"
            )
            try await run.house.submit(command, by: actor ?? other)
        }

        func resolve(_ result: ReviewResolution, with papers: [DocumentRecord]? = nil) async throws {
            let form = try #require(try DocumentForms.shipped().form(of: StepDocument("集体讨论记录")))
            let record = DocumentRecord(
                document: form.name,
                entries: form.fields.map(DocumentEntry.init(filling:))
            )
            let command = ResolveReview(
                caseFile: run.id,
                seen: try await seen(),
                result: result,
                reasons: "集体讨论认为证据足以认定违法事实",
                documents: papers ?? [record]
            )
            try await run.house.submit(command, by: run.house.officer(.approve))
        }

        func pass() async throws { try await run.complete("legalReview", "passed", by: reviewer) }
    }

    @Test("the list in force says what is handed in and by when; what is found by its name needs no word")
    func materials() async throws {
        let round = try await Round(materials: "调查终结报告；证据材料；决定书代拟稿")
        let begun = try #require(try await round.review().begun)
        #expect(begun.materials == ["调查终结报告", "证据材料", "决定书代拟稿"])
        #expect(begun.limit == .workingDays(5))
        #expect(begun.due == "2026-03-19")
        let missing = CaseworkError.legalReview(.materialsMissing(["决定书代拟稿"]))
        await #expect(throws: missing) { try await round.pass() }
        func confirm(_ materials: [String]) async throws {
            let seen = try await round.seen()
            let command = ConfirmReviewMaterials(caseFile: round.run.id, seen: seen, materials: materials)
            try await round.run.house.submit(command, by: round.reviewer)
        }
        await #expect(throws: CaseworkError.legalReview(.notWanted("别的材料"))) { try await confirm(["别的材料"]) }
        await #expect(throws: CaseworkError.legalReview(.nothingNamed(.confirmReviewMaterials))) {
            try await confirm([])
        }
        try await confirm(["决定书代拟稿"])
        try await round.pass()
        #expect(try await round.run.state().legalReview == nil)
        #expect(try await round.run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("the head gives a complex review three working days more, once")
    func prolonged() async throws {
        let round = try await Round(materials: "证据材料", limit: "十个工作日")
        #expect(try await round.review().due == "2026-03-26")
        try await round.prolong()
        #expect(try await round.review().due == "2026-03-31")
        await #expect(throws: CaseworkError.alreadyProlonged) { try await round.prolong() }
    }

    @Test("while materials are supplied the review stands still, and runs on from where it stopped")
    func supplement() async throws {
        let round = try await Round(materials: "证据材料")
        try await round.ask(["询问笔录"])
        #expect(try await round.review().phase == .supplementing(by: "2026-03-17"))
        let waits = CaseworkError.legalReview(.waits(.supplementing(by: "2026-03-17")))
        await #expect(throws: waits) { try await round.pass() }
        await #expect(throws: waits) { try await round.ask(["勘验笔录"]) }
        await #expect(throws: waits) { try await round.oppose() }
        await #expect(throws: CaseworkError.legalReview(.materialsMissing(["询问笔录"]))) { try await round.supply([]) }
        await #expect(throws: CaseworkError.legalReview(.notFiled("第9号证据"))) {
            try await round.supply([("询问笔录", "第9号证据")])
        }
        round.run.house.clock.set("2026-03-16")
        try await round.run.addEvidence("询问笔录")
        try await round.supply([("询问笔录", "第2号证据")])
        // Two working days stood still: from 19 to 23 March.
        #expect(try await round.review().due == "2026-03-23")
        await #expect(throws: CaseworkError.legalReview(.nothingAsked)) {
            try await round.supply([("询问笔录", "第2号证据")])
        }
        try await round.pass()
    }

    @Test("what is not supplied in time may be sent back, and not before")
    func unsupplied() async throws {
        let round = try await Round()
        try await round.ask(["询问笔录"])
        func back() async throws {
            let form = try #require(try DocumentForms.shipped().form(of: StepDocument("法制审核意见书")))
            let command = ReturnToStep(
                caseFile: round.run.id,
                seen: try await round.seen(),
                from: "legalReview",
                to: "investigate",
                reason: "材料未补充",
                documents: [DocumentRecord(document: form.name, entries: form.fields.map(DocumentEntry.init(filling:)))]
            )
            try await round.run.house.submit(command, by: round.reviewer)
        }
        round.run.house.clock.set("2026-03-17")
        await #expect(throws: CaseworkError.legalReview(.waits(.supplementing(by: "2026-03-17")))) { try await back() }
        round.run.house.clock.set("2026-03-18")
        try await back()
        #expect(try await round.run.state().position.steps == ["investigate"])
    }

    @Test("an opinion that is accepted sends the case back", arguments: StorageEngine.allCases)
    func accepted(engine: StorageEngine) async throws {
        let round = try await Round(on: engine)
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument("法制审核意见书")))
        let content = DocumentRecord(document: form.name, entries: form.fields.map(DocumentEntry.init(filling:)))
        await #expect(throws: CaseworkError.legalReview(.nothingWanting)) { try await round.oppose(paper: content) }
        await #expect(throws: CaseworkError.legalReview(.nothingNamed(.opposeInReview))) {
            try await round.oppose(by: round.reviewer, [])
        }
        try await round.oppose(by: round.reviewer, [.procedure, .evidence])
        #expect(try await round.review().opposed?.defects == [.evidence, .procedure])
        await #expect(throws: CaseworkError.legalReview(.waits(.opposed(contestBy: "2026-03-17")))) {
            try await round.pass()
        }
        try await round.accept()
        #expect(try await round.run.state().position.steps == ["investigate"])
        #expect(try await round.run.state().legalReview == nil)
        #expect(try await round.run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
        _ = try await round.run.house.log.verify(TestHouse.realm)
    }

    @Test("nobody takes the step before back while the review is taken up")
    func recall() async throws {
        let round = try await Round()
        try await round.oppose()
        let handler = try round.run.house.officer(.handle)
        let command = RecallStep(
            caseFile: round.run.id,
            seen: try await round.seen(),
            step: "statement",
            reason: "重新办理"
        )
        await #expect(throws: CaseworkError.nextStepBegun(step: "legalReview", done: "statement")) {
            try await round.run.house.submit(command, by: handler)
        }
    }

    @Test("what is contested another reviewer answers; an opinion taken back lets the review go on")
    func contested() async throws {
        let round = try await Round(materials: "证据材料")
        try await round.oppose()
        try await round.contest()
        await #expect(throws: CaseworkError.legalReview(.anotherReviewer("演示复审"))) {
            try await round.answer(true, by: round.reviewer)
        }
        round.run.house.clock.set("2026-03-16")
        try await round.answer(false)
        #expect(try await round.review().phase == .reviewing)
        #expect(try await round.review().due == "2026-03-23")
        try await round.pass()
    }

    @Test("the three working days to contest are not longer")
    func late() async throws {
        let round = try await Round()
        try await round.oppose()
        round.run.house.clock.set("2026-03-18")
        await #expect(throws: CaseworkError.legalReview(.contestLate(last: "2026-03-17"))) { try await round.contest() }
    }

    @Test("what stays disputed those in charge settle together, and it binds", arguments: ReviewResolution.allCases)
    func resolved(result: ReviewResolution) async throws {
        let round = try await Round()
        await #expect(throws: CaseworkError.legalReview(.notMaintained)) { try await round.resolve(result) }
        try await round.oppose()
        try await round.contest()
        await #expect(throws: CaseworkError.legalReview(.notMaintained)) { try await round.resolve(result) }
        try await round.answer(true)
        await #expect(throws: CaseworkError.legalReview(.waits(.maintained))) { try await round.pass() }
        await #expect(throws: CaseworkError.self) { try await round.resolve(result, with: []) }
        try await round.resolve(result)
        let state = try await round.run.state()
        #expect(state.position.steps == (result == .passes ? ["review"] : ["investigate"]))
        #expect(state.written.last?.record.document == "集体讨论记录")
        guard result == .passes else { return }
        let act = try #require(state.acts.last)
        #expect(act.opinion.contains("行政处罚法§57.2、§58") && act.opinion.contains("集体讨论协调解决"))
        try await round.run.complete("review", "complex")
        try await round.run.complete("discuss", "discussed")
        try await round.run.complete("decide", "imposed", details: .imposed(yuan: 20_000))
        #expect(try await round.run.state().decision != nil)
    }

    @Test("each act is its side's alone, and without a waiting review there is none")
    func sides() async throws {
        let round = try await Round()
        let (house, id) = (round.run.house, round.run.id)
        let handler = try house.officer(.handle)
        let reviewers = CaseworkError.notYourStep(step: "legalReview", post: "legal")
        await #expect(throws: reviewers) { try await round.ask(["询问笔录"], by: handler) }
        await #expect(throws: reviewers) { try await round.oppose(by: handler) }
        let seen = try await round.seen()
        await #expect(throws: CaseworkError.self) {
            try await house.submit(ProlongReview(caseFile: id, seen: seen, reasons: "案情复杂，涉及多个法律关系"), by: handler)
        }
        await #expect(throws: CaseworkError.legalReview(.notOpposed)) { try await round.accept() }
        await #expect(throws: CaseworkError.legalReview(.notOpposed)) { try await round.contest() }
        await #expect(throws: CaseworkError.legalReview(.notContested)) { try await round.answer(true) }
        #expect(try await round.seen() == seen)
        try await round.pass()
        await #expect(throws: CaseworkError.legalReview(.notWaiting)) { try await round.oppose() }
    }
}
