import Casework
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import RuleTables
import Sanctions
import TestHouse
import Testing
import TimeLimits

@Suite("A penalty, from the clue to the file")
struct PenaltyTests {
    @Test("with a hearing: told, heard, reviewed, discussed, decided within the notice, paid (行政处罚法 §54–§67)")
    func withHearing() async throws {
        let run = try await ExOfficioRun.open(.penaltyHearing, .penalty)
        let house = run.house
        #expect(try await run.state().stage == .inquiry(since: "2026-03-02"))
        #expect(try await run.state().position.steps == ["file"])
        try await run.complete("file", "filed")
        // Ninety days from the filing.
        #expect(try await run.state().clock?.due.statutory == "2026-05-31")

        try await run.complete("identify", "shown")
        try await run.complete("investigate", "done")
        await #expect(throws: CaseworkError.evidenceMissing) {
            try await run.complete("conclude", "violation", details: .large)
        }
        try await run.addEvidence()
        try await run.complete("conclude", "violation", details: .large)
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))

        // Five working days to ask for a hearing; asking ends them.
        house.clock.set("2026-03-04")
        await #expect(throws: CaseworkError.self) { try await run.complete("statement", "waived") }
        let hearing = SuspensionDetails(ground: .hearing, expectedEnd: "2026-03-20", explanation: "举行听证")
        try await run.complete("statement", "hearingRequested", details: .specialProcedure(hearing))
        #expect(try await run.state().written.suffix(2).map(\.record.document) == ["听证申请书", "听证通知书"])
        // Seven working days between the notice of the hearing and the hearing.
        house.clock.set("2026-03-10")
        await #expect(throws: CaseworkError.self) { try await run.complete("hearing", "held") }
        house.clock.set("2026-03-16")
        try await run.complete("hearing", "held")
        #expect(try await run.state().clock?.suspension == nil)

        try await run.complete("legalReview", "passed")
        try await run.complete("review", "complex")
        try await run.complete("discuss", "discussed")
        await #expect(
            throws: CaseworkError.heavierThanTold(.higher(.fine, told: .yuan(150_000), found: .yuan(160_000)))
        ) {
            try await run.complete("decide", "imposed", details: .imposed(yuan: 160_000))
        }
        try await run.complete("decide", "imposed", details: .imposed(yuan: 120_000))
        let decision = try #require(try await run.state().decision)
        #expect(decision.number == "演示教罚〔2026〕1号")
        #expect(decision.title == "行政处罚决定书")
        #expect(decision.summary == "行政处罚")
        #expect(decision.sanctions.fine == .yuan(120_000))
        #expect(decision.content.hasPrefix("罚款人民币120,000.00元"))

        try await run.complete("serve", "served", details: .served(on: "2026-03-16"))
        house.clock.set("2026-04-10")
        await #expect(throws: CaseworkError.paymentShort(expected: .yuan(120_000), found: .yuan(100_000))) {
            try await run.complete("pay", "paid", details: .paid(yuan: 100_000, on: "2026-04-10"))
        }
        // Due on 31 March; ten days late at three percent a day.
        try await run.complete("pay", "paid", details: .paid(yuan: 156_000, on: "2026-04-10"))
        #expect(try await run.state().payments.map(\.surcharge) == [.yuan(36_000)])
        try await run.complete("publish", "published")
        try await run.complete("close", "closed")
        try await run.complete("archive", "archived")
        #expect(
            try await run.state().stage == .closed(Closing(manner: .imposed, on: "2026-04-10", decision: decision))
        )
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
        _ = try await house.log.verify(TestHouse.realm)
    }

    @Test("a penalty without money is performed without a payment, and not enforced where there is nothing to do (§66)")
    func withoutMoney() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        let warning = [Sanction(.warning)]
        try await run.untilDecision(warning)
        try await run.complete("decide", "imposed", details: .imposed(warning))
        try await run.complete("serve", "served", details: .served(on: "2026-03-12"))
        await #expect(throws: CaseworkError.performance(.nothingToPay)) {
            try await run.complete("pay", "paid", details: .paid(yuan: 1, on: "2026-03-12"))
        }
        await #expect(throws: CaseworkError.performance(.nothingToEnforce)) {
            try await run.complete("pay", "unpaid")
        }
        try await run.complete("pay", "performed")
        #expect(try await run.state().payments.isEmpty)
        #expect(try await run.state().written.last?.record.document == "履行情况记录")
    }

    @Test("a fine that nobody paid is not performed (行政处罚法 §66, §67)")
    func unpaid() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        try await run.complete("serve", "served", details: .served(on: "2026-03-12"))
        await #expect(throws: CaseworkError.performance(.unpaid(.yuan(5_000)))) {
            try await run.complete("pay", "performed")
        }
    }

    @Test("an announced decision is served thirty days after its publication, not before (民事诉讼法 §95)")
    func announced() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let announced = StepDetails.service(ServiceDetails(way: .announced, servedOn: "2026-03-12", note: "区政府网站；下落不明"))
        await #expect(
            throws: CaseworkError.tooEarly(step: "serve", notBefore: "2026-04-11", source: "民事诉讼法§95")
        ) {
            try await run.complete("serve", "served", details: announced)
        }
        run.house.clock.set("2026-04-13")
        try await run.complete("serve", "served", details: announced)
        #expect(try await run.state().servedOn == "2026-04-11")
    }

    @Test("whatever no receipt proves says what does", arguments: NoticeWay.allCases.filter { $0 != .direct })
    func proof(way: NoticeWay) async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let bare = StepDetails.service(ServiceDetails(way: way, servedOn: "2026-03-12", note: " "))
        await #expect(throws: CaseworkError.reasonsMissing(field: try #require(way.proof), atLeast: 2)) {
            try await run.complete("serve", "served", details: bare)
        }
    }

    @Test("days to pay that end in a holiday end on the first working day after it (行政处罚法 §67.3)")
    func dueAfterHoliday() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        // The fifteenth day is Saturday, 28 March; the last day is Monday, 30 March.
        run.house.clock.set("2026-03-13")
        try await run.complete("serve", "served", details: .served(on: "2026-03-13"))
        run.house.clock.set("2026-03-31")
        try await run.complete("pay", "paid", details: .paid(yuan: 5_150, on: "2026-03-31"))
        #expect(try await run.state().payments.map(\.surcharge) == [.yuan(150)])
    }

    @Test("on the spot: two hundred yuan for a citizen and no more (行政处罚法 §51, §52)")
    func onTheSpot() async throws {
        let run = try await ExOfficioRun.open(.penaltySimple, .penalty, party: .citizen)
        #expect(try await run.state().stage.name == .examination)
        try await run.complete("identify", "shown")
        await #expect(throws: CaseworkError.notSimple(.fine(.yuan(300), limit: .yuan(200)))) {
            try await run.complete("notice", "notified", details: .proposed(yuan: 300))
        }
        try await run.complete("notice", "notified", details: .proposed(yuan: 200))
        try await run.complete("statement", "heard")
        try await run.complete("decide", "imposed", details: .imposed(yuan: 200))
        #expect(try await run.state().decision?.number == "演示教当罚〔2026〕1号")
        try await run.complete("serve", "served", details: .served(on: "2026-03-02"))
        try await run.complete("report", "reported")
        // Its fine is paid before the file is closed (§53).
        try await run.complete("pay", "paid", details: .paid(yuan: 200, on: "2026-03-02"))
        try await run.complete("archive", "archived")
        #expect(try await run.state().stage.name == .closed)
    }

    @Test("what must be offered a hearing is not decided without one (行政处罚法 §63)")
    func hearingDue() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilConclusion()
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("conclude", "violation", details: .large)
        }
        guard case .hearingDue(let sanction, let answer)? = refusal else {
            Issue.record("expected hearingDue, found \(String(describing: refusal))")
            return
        }
        #expect(sanction == Sanction(.fine, amount: .yuan(150_000)))
        #expect(answer.citation == "hearing@1")
        try await run.complete("conclude", "violation", details: .proposed(yuan: 20_000))
    }

    @Test("an act found out after two years is not filed (行政处罚法 §36)")
    func timeBarred() async throws {
        let old = Clue(source: .complaint, facts: "多年前曾无证办学，现已停办", place: "演示路", happenedOn: "2024-03-01")
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty, clue: old)
        await #expect(throws: CaseworkError.timeBarred(lastDay: "2026-03-01", years: 2)) {
            try await run.complete("file", "filed")
        }
        try await run.complete("file", "notFiled")
        #expect(try await run.state().stage == .closed(Closing(manner: .notFiled, on: "2026-03-02", decision: nil)))
    }

    @Test(
        "the same act of the same party is not fined twice, though every case registers it anew (行政处罚法 §29)",
        arguments: [RegisterParty.Applicant.shop, .citizen]
    )
    func finedBefore(party: RegisterParty.Applicant) async throws {
        let first = try await ExOfficioRun.open(.penaltyOrdinary, .penalty, party: party)
        try await first.untilDecision(yuan: 5_000)
        try await first.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let item = try #require(try await first.state().opening?.item.id)
        let house = first.house
        house.clock.set("2026-03-20")
        let second = try await ExOfficioRun.open(.init(item), .penaltyOrdinary, in: house, party: party)
        try await second.untilDecision(yuan: 5_000, from: "2026-03-20")
        await #expect(throws: CaseworkError.finedBefore(number: "演示教罚〔2026〕1号")) {
            try await second.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        }
        // Once the first decision is revoked, it fines no longer.
        let revoke = RevokeDecision(
            caseFile: first.id,
            seen: try await first.version(),
            ground: .unlawful,
            reasons: "程序违法，依法自行撤销原处罚决定"
        )
        try await house.submit(revoke, by: house.officer(.approve))
        try await second.complete("decide", "imposed", details: .imposed(yuan: 5_000))
    }

    @Test(
        "nobody waives on the day of the notice: the party has the time it was told, and never less than the process gives",
        arguments: [
            (.penaltyOrdinary, "三个工作日", "2026-03-06"), (.penaltyOrdinary, "五个工作日", "2026-03-10"),
            (.penaltyOrdinary, "七个工作日", "2026-03-12"), (.penaltyHearing, "三个工作日", "2026-03-10"),
            (.penaltyHearing, "七个工作日", "2026-03-12"),
        ] as [(template: ProcessTemplate, told: String, opens: Day)]
    )
    func toldPeriod(_ given: (template: ProcessTemplate, told: String, opens: Day)) async throws {
        let run = try await ExOfficioRun.open(given.template, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument("行政处罚告知书")))
        let notice = DocumentRecord(
            document: form.name,
            entries: form.fields.map { field in
                field.key == "period"
                    ? DocumentEntry(key: field.key, label: field.label, text: given.told)
                    : DocumentEntry(filling: field)
            }
        )
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"), documents: [notice])
        for outcome in ["waived", "heard"] as [StepOutcome.ID] {
            for day in ["2026-03-02", given.opens - 1] {
                run.house.clock.set(day)
                let refusal = await #expect(throws: CaseworkError.self) {
                    try await run.complete("statement", outcome)
                }
                guard case .tooEarly(step: "statement", notBefore: given.opens, _)? = refusal else {
                    Issue.record("\(String(describing: refusal))")
                    return
                }
            }
        }
        run.house.clock.set(given.opens)
        try await run.complete("statement", "waived")
        #expect(try await run.state().position.steps != ["statement"])
    }

    @Test(
        "who gives the right up expressly and in writing ends the time at once (行政处罚法 §62)",
        arguments: [ProcessTemplate.penaltyOrdinary, .penaltyHearing]
    )
    func renounced(_ template: ProcessTemplate) async throws {
        let run = try await ExOfficioRun.open(template, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        // The paper of the party is what ends its time; without it nothing is given up.
        await #expect(throws: CaseworkError.self) { try await run.complete("statement", "renounced", documents: []) }
        try await run.complete("statement", "renounced")
        #expect(try await run.state().position.steps == ["legalReview"])
    }

    @Test("who gives up statement and defence alone keeps the days for asking for a hearing (行政处罚法 §64)")
    func renouncedInPart() async throws {
        let run = try await ExOfficioRun.open(.penaltyHearing, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        let told = [
            "signer": "王某", "declaredOn": "2026-03-02", "rights": "仅陈述、申辩", "declaration": "不作陈述，也不申辩",
        ]
        let paper = DocumentRecord(
            document: "放弃陈述申辩和听证权利声明书",
            entries: told.map { DocumentEntry(key: $0.key, label: $0.key, text: $0.value) }
        )
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("statement", "renounced", documents: [paper])
        }
        guard case .documentBars(_, _, "仅陈述、申辩", let source)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(source == LegalSource("行政处罚法§64"))
    }

    @Test("a legal review that finds an element wanting does not pass (行政处罚法 §58)")
    func reviewNotPassed() async throws {
        let run = try await ExOfficioRun.open(.penaltyHearing, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .large)
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        run.house.clock.set("2026-03-10")
        try await run.complete("statement", "waived")
        let form = try #require(
            try DocumentForms.shipped().form(of: StepDocument("法制审核意见书"))
        )
        let wanting = DocumentRecord(
            document: form.name,
            entries: form.fields.enumerated().map { index, field in
                let filled = DocumentEntry(filling: field)
                let bad = field.choices.first { !field.passing.contains($0) }
                guard index == form.fields.firstIndex(where: { !$0.passing.isEmpty }), let bad else { return filled }
                return DocumentEntry(key: field.key, label: field.label, text: bad)
            }
        )
        await #expect(throws: CaseworkError.self) {
            try await run.complete("legalReview", "passed", documents: [wanting])
        }
        await #expect(throws: CaseworkError.self) { try await run.complete("legalReview", "passed", documents: []) }
        try await run.complete("legalReview", "passed")
    }

    @Test("a legal review that sends the case back puts down what it found (行政处罚法 §58)")
    func returnedReview() async throws {
        let run = try await ExOfficioRun.open(.penaltyHearing, .penalty)
        try await run.untilConclusion()
        try await run.complete("conclude", "violation", details: .proposed(yuan: 20_000))
        try await run.complete("notice", "notified", details: .served(on: "2026-03-02"))
        run.house.clock.set("2026-03-12")
        try await run.complete("statement", "waived")
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument("法制审核意见书")))
        let wanting = DocumentRecord(
            document: form.name,
            entries: form.fields.map { field in
                let bad = field.choices.first { !field.passing.contains($0) }
                return DocumentEntry(key: field.key, label: field.label, text: bad ?? "证据不足以证明违法事实")
            }
        )
        func back(_ documents: [DocumentRecord]) async throws {
            let command = ReturnToStep(
                caseFile: run.id,
                seen: try await run.version(),
                from: "legalReview",
                to: "investigate",
                reason: "补充证据",
                documents: documents
            )
            try await run.house.submit(command, by: run.house.officer(.legalReview))
        }
        let refusal = await #expect(throws: CaseworkError.self) { try await back([]) }
        guard case .documentFieldMissing("法制审核意见书", _, _)? = refusal else {
            Issue.record("expected documentFieldMissing, found \(String(describing: refusal))")
            return
        }
        try await back([wanting])
        #expect(try await run.state().written.last?.record == wanting)
        #expect(try await run.state().position.steps == ["investigate"])
    }

    @Test("evidence is obtained by two officers (行政处罚法 §42)")
    func twoCollectors() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        let evidence = Evidence(
            kind: .documentary,
            name: "收费收据",
            shows: "收取保育费",
            origin: "当事人提供",
            obtainedOn: "2026-03-02",
            files: []
        )
        await #expect(throws: CaseworkError.collectorsMissing(found: 1)) {
            try await run.house.submit(
                AddEvidence(caseFile: run.id, evidence: evidence, companions: []),
                by: run.house.officer(.handle)
            )
        }
    }
}

extension ExOfficioRun {
    /// Files, identifies and investigates, with one piece of evidence.
    func untilConclusion() async throws {
        try await complete("file", "filed")
        try await complete("identify", "shown")
        try await complete("investigate", "done")
        try await addEvidence()
    }

    /// Goes on to the decision of an ordinary penalty; the party lets its time to answer pass.
    func untilDecision(yuan: Int64, from day: Day = "2026-03-02") async throws {
        try await untilDecision([Sanction(.fine, amount: .yuan(yuan))], from: day)
    }

    func untilDecision(_ sanctions: [Sanction], from day: Day = "2026-03-02") async throws {
        try await untilReview(sanctions, from: day)
        try await complete("review", "agreed")
    }

    func untilReview(yuan: Int64, from day: Day = "2026-03-02") async throws {
        try await untilReview([Sanction(.fine, amount: .yuan(yuan))], from: day)
    }

    func untilReview(_ sanctions: [Sanction], from day: Day = "2026-03-02") async throws {
        try await untilConclusion()
        try await complete("conclude", "violation", details: .proposed(sanctions))
        try await complete("notice", "notified", details: .served(on: day))
        house.clock.set(day + 10)
        try await complete("statement", "waived")
        if try await state().position.steps.contains("legalReview") {
            try await complete("legalReview", "passed")
        }
    }
}

extension StepDetails {
    static let large = StepDetails.proposed(yuan: 150_000)

    static func proposed(yuan: Int64) -> StepDetails { proposed([Sanction(.fine, amount: .yuan(yuan))]) }

    static func proposed(_ sanctions: [Sanction]) -> StepDetails {
        .proposal(
            Proposal(
                broken: "民办教育促进法§12",
                basis: "民办教育促进法§64",
                sanctions: sanctions,
                discretion: "一般情节"
            )
        )
    }

    static func imposed(yuan: Int64) -> StepDetails { imposed([Sanction(.fine, amount: .yuan(yuan))]) }

    static func imposed(_ sanctions: [Sanction]) -> StepDetails {
        .imposition(
            ImpositionDetails(
                sanctions: sanctions,
                reasons: "未取得办学许可证招收幼儿，事实清楚、证据确凿",
                performance: "自收到本决定书之日起十五日内到指定银行缴纳"
            )
        )
    }

    static func served(on day: Day) -> StepDetails {
        .service(ServiceDetails(way: .direct, servedOn: day, note: ""))
    }

    static func paid(yuan: Int64, on day: Day) -> StepDetails {
        .payment(PaymentDetails(amount: .yuan(yuan), paidOn: day, receipt: "51160026030001"))
    }
}
