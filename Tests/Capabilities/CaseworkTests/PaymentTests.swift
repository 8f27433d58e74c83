import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import Sanctions
import TestHouse
import Testing

@Suite("A fine is paid at once, later or in parts; what comes late costs more (行政处罚法 §66–§73)")
struct PaymentTests {
    /// A fine of 9,000 yuan, served on 12 March 2026: to be paid until the 27th.
    private static func fined(
        _ template: ProcessTemplate = .penaltyOrdinary,
        yuan: Int64 = 9_000
    ) async throws -> ExOfficioRun {
        let run = try await ExOfficioRun.open(template, .penalty)
        try await run.untilDecision(yuan: yuan)
        try await run.complete("decide", "imposed", details: .imposed(yuan: yuan))
        try await run.complete("serve", "served", details: .served(on: "2026-03-12"))
        return run
    }

    @Test("in hardship the head lets the party pay in parts; each part late costs three percent a day of that part")
    func instalments() async throws {
        let run = try await PaymentTests.fined()
        run.house.clock.set("2026-03-20")
        try await run.deferPayment([("2026-04-10", 4_000), ("2026-05-11", 5_000)])
        try await run.record(4_000, on: "2026-03-20")
        #expect(try await run.state().payments.map(\.surcharge) == [.zero])
        // Three days late: nine percent of five thousand, told apart from the fine.
        run.house.clock.set("2026-05-14")
        await #expect(throws: CaseworkError.paymentShort(expected: .yuan(5_000), found: .yuan(4_550))) {
            try await run.complete("pay", "paid", details: .paid(5_000, ofSurcharge: 450, on: "2026-05-14"))
        }
        try await run.complete("pay", "paid", details: .paid(5_450, ofSurcharge: 450, on: "2026-05-14"))
        let state = try await run.state()
        #expect(state.payments.map(\.surcharge) == [.zero, .yuan(450)])
        #expect(state.paid == .yuan(9_000))
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what was paid by parts before needs no payment at the end")
    func paidUp() async throws {
        let run = try await PaymentTests.fined()
        try await run.record(4_000, on: "2026-03-12")
        await #expect(throws: CaseworkError.detailsMissing("缴款金额、日期和票据号码")) {
            try await run.complete("pay", "paid")
        }
        try await run.record(5_000, on: "2026-03-12")
        try await run.complete("pay", "paid")
        #expect(try await run.state().payments.count == 2)
        await #expect(throws: CaseworkError.performance(.notPaying)) { try await run.record(1, on: "2026-03-12") }
    }

    @Test(
        "instalments lie ahead, one after the other, and are what is still owed",
        arguments: [
            ([("2026-04-10", 4_000), ("2026-05-11", 4_000)], "case.instalmentSum"),
            ([("2026-03-12", 9_000)], "case.instalmentDays"),
            ([("2026-05-11", 4_000), ("2026-04-10", 5_000)], "case.instalmentDays"), ([], "case.instalmentDays"),
            ([("2026-04-10", 9_001), ("2026-05-11", -1)], "case.instalmentSum"),
        ] as [([(Day, Int64)], String)]
    )
    func badInstalments(parts: [(Day, Int64)], code: String) async throws {
        let run = try await PaymentTests.fined()
        let fault = await #expect(throws: CaseworkError.self) { try await run.deferPayment(parts) }
        switch fault {
        case .performance(.instalmentDays): #expect(code == "case.instalmentDays")
        case .performance(.instalmentSum): #expect(code == "case.instalmentSum")
        default: Issue.record("\(String(describing: fault))")
        }
        await #expect(throws: CaseworkError.self) { try await run.deferPayment([("2026-04-10", 9_000)], by: .handle) }
        await #expect(throws: CaseworkError.performance(.applicationDay("2026-03-01"))) {
            try await run.deferPayment([("2026-04-10", 9_000)], appliedOn: "2026-03-01")
        }
    }

    @Test("no surcharge runs while the decision is before the reconsideration or the court (§73.3)")
    func remedies() async throws {
        let run = try await PaymentTests.fined(yuan: 1_000)
        run.house.clock.set("2026-03-30")
        try await run.seekRemedy(since: "2026-03-29")
        await #expect(throws: CaseworkError.performance(.remedyOpen)) { try await run.seekRemedy(since: "2026-03-30") }
        run.house.clock.set("2026-04-20")
        try await run.endRemedy(on: "2026-04-17")
        await #expect(throws: CaseworkError.performance(.noRemedy)) { try await run.endRemedy(on: "2026-04-17") }
        // Late are 28 March and 18 to 20 April: four days of thirty yuan.
        try await run.complete("pay", "paid", details: .paid(1_120, ofSurcharge: 120, on: "2026-04-20"))
        #expect(try await run.state().payments.map(\.surcharge) == [.yuan(120)])
    }

    @Test("a fine put off is late from the last day it was put off to")
    func putOff() async throws {
        let run = try await PaymentTests.fined(yuan: 1_000)
        try await run.deferPayment([("2026-06-30", 1_000)])
        run.house.clock.set("2026-06-30")
        try await run.complete("pay", "paid", details: .paid(yuan: 1_000, on: "2026-06-30"))
        #expect(try await run.state().payments.map(\.surcharge) == [.zero])
    }

    @Test(
        "officers take money themselves only where the law lets them (§67–§69, §71)",
        arguments: [
            (ProcessTemplate.penaltySimple, 100, OnSpotCollection.Ground.small, true),
            (.penaltySimple, 101, .small, false), (.penaltySimple, 200, .hardToEnforce, true),
            (.penaltyOrdinary, 100, .small, false), (.penaltyOrdinary, 5_000, .hardToEnforce, false),
            (.penaltyOrdinary, 5_000, .remote, true),
        ]
    )
    func onSpot(template: ProcessTemplate, yuan: Int64, ground: OnSpotCollection.Ground, isLawful: Bool) async throws {
        let run: ExOfficioRun
        if template == .penaltySimple {
            var whole = try await WholeCase.open(template)
            try await whole.walk(until: "decide") { $0.outcomes[0] }
            run = whole.run
            try await run.complete("decide", "imposed", details: .imposed(yuan: yuan))
            try await run.complete("serve", "served", details: .served(on: "2026-03-02"))
            try await run.complete("report", "reported")
        } else {
            run = try await PaymentTests.fined(template, yuan: yuan)
        }
        let today = run.house.clock.now.day
        func paid(_ handedIn: Day) -> StepDetails {
            .payment(
                PaymentDetails(
                    amount: .yuan(yuan),
                    paidOn: today,
                    receipt: "51160026030001",
                    collection: OnSpotCollection(ground: ground, handedInOn: handedIn)
                )
            )
        }
        guard isLawful else {
            await #expect(throws: CaseworkError.performance(.notOnSpot(ground, fine: .yuan(yuan)))) {
                try await run.complete("pay", "paid", details: paid(today))
            }
            return
        }
        await #expect(throws: CaseworkError.performance(.handedIn(today - 1))) {
            try await run.complete("pay", "paid", details: paid(today - 1))
        }
        try await run.complete("pay", "paid", details: paid(today))
        #expect(try await run.state().payments.first?.collection?.ground == ground)
    }

    @Test("a penalty on the spot ends when it is performed, and may be put right by who approves (§53, §75)")
    func onSpotEnds() async throws {
        var whole = try await WholeCase.open(.penaltySimple)
        try await whole.walk(until: "pay") { $0.outcomes[0] }
        #expect(try await whole.run.state().stage.name == .decided)
        let command = RevokeDecision(
            caseFile: whole.run.id,
            seen: try await whole.run.version(),
            ground: .unlawful,
            reasons: "主要证据不足，违法事实不能成立"
        )
        try await whole.run.house.submit(command, by: whole.run.house.officer(.approve))
        #expect(try await whole.run.state().revocation != nil)
    }
}

extension StepDetails {
    fileprivate static func paid(_ yuan: Int64, ofSurcharge part: Int64, on day: Day) -> StepDetails {
        .payment(PaymentDetails(amount: .yuan(yuan), paidOn: day, receipt: "51160026030001", ofSurcharge: .yuan(part)))
    }
}

extension ExOfficioRun {
    fileprivate func deferPayment(
        _ parts: [(Day, Int64)],
        appliedOn: Day = "2026-03-12",
        by responsibility: Responsibility = .approve
    ) async throws {
        let command = DeferPayment(
            caseFile: id,
            seen: try await version(),
            appliedOn: appliedOn,
            reasons: "当事人经营困难，提供了纳税和工资发放证明",
            instalments: parts.map { Instalment(due: $0.0, amount: .yuan($0.1)) }
        )
        try await house.submit(command, by: house.officer(responsibility))
    }

    fileprivate func record(_ yuan: Int64, on day: Day) async throws {
        let payment = PaymentDetails(amount: .yuan(yuan), paidOn: day, receipt: "51160026030002")
        let command = RecordPayment(caseFile: id, seen: try await version(), payment: payment)
        try await house.submit(command, by: house.officer(.handle))
    }

    fileprivate func seekRemedy(since day: Day) async throws {
        let command = RecordRemedy(
            caseFile: id,
            seen: try await version(),
            kind: .reconsideration,
            since: day,
            authority: "演示区人民政府，演府复〔2026〕3号"
        )
        try await house.submit(command, by: house.officer(.handle))
    }

    fileprivate func endRemedy(on day: Day) async throws {
        let command = EndRemedy(caseFile: id, seen: try await version(), on: day, result: "维持，演府复决〔2026〕3号")
        try await house.submit(command, by: house.officer(.handle))
    }
}
