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
import TimeLimits

@Suite(
    "Freezing, substitute execution and the court's execution keep the times of the law (行政强制法 §19, §29–§33, §50–§55)"
)
struct CoercionKindsTests {
    private static func saying(_ papers: [DocumentRecord], _ texts: [String: String]) -> [DocumentRecord] {
        papers.map { paper in
            let entries = paper.entries.map { entry in
                DocumentEntry(
                    key: entry.key,
                    label: entry.label,
                    text: texts[entry.key] ?? entry.text,
                    rows: entry.rows
                )
            }
            return DocumentRecord(document: paper.document, entries: entries)
        }
    }

    @Test("deposits are frozen for thirty days from the decision, prolonged once, and released when the days are over")
    func freezing() async throws {
        var whole = try await WholeCase.open(.freezing)
        try await whole.walk(until: "investigate") { $0.outcomes[0] }
        let run = whole.run
        #expect(try await run.state().decision?.title == "冻结存款、汇款决定书")
        #expect(try await run.state().holding?.clock.due.statutory == "2026-04-01")
        #expect(try await run.state().holding?.source == "行政强制法§32")
        run.house.clock.set("2026-04-01")
        let reasons = "案情复杂，往来账目较多，需要逐笔核对"
        try await run.house.submit(
            ProlongLimit(caseFile: run.id, seen: try await run.house.state(run.id).version, reasons: reasons),
            by: run.house.officer(.approve)
        )
        #expect(try await run.state().holding?.clock.due.statutory == "2026-05-01")
        run.house.clock.set("2026-05-06")
        await #expect(throws: CaseworkError.holding(.ranOut(due: "2026-05-01"))) {
            try await run.complete("investigate", "handled")
        }
        try await run.complete("investigate", "unrelated")
        try await run.complete("release", "released")
        #expect(try await run.state().holding?.ended?.way == .released)
    }

    @Test(
        "three working days after a second urging somebody performs in the party's place; a party that performs stops it"
    )
    func substitution() async throws {
        for performs in [false, true] {
            var whole = try await WholeCase.open(.substituteExecution)
            try await whole.walk(until: "urgeAgain") { $0.outcomes[0] }
            let run = whole.run
            #expect(try await run.state().decision?.title == "行政强制执行（代履行）决定书")
            try await run.complete("urgeAgain", "urged")
            let day = run.house.clock.now.day
            try await run.complete("serveUrgingAgain", "served", details: .served(on: day))
            let opens = try NationalCalendar.load().day(3, workingDaysAfter: day) + 1
            func record(on day: Day) async throws -> [DocumentRecord] {
                Self.saying(
                    try await run.papers("execute", performs ? "performed" : "executed"),
                    ["began": "\(day) 09:30", "ended": "\(day) 11:00"]
                )
            }
            if performs {
                try await run.complete("execute", "performed", documents: record(on: day))
                #expect(try await run.state().position.steps == ["close"])
            } else {
                await #expect(
                    throws: CaseworkError.tooEarly(step: "execute", notBefore: opens, source: "行政强制法§51.1(二)")
                ) { try await run.complete("execute", "executed", documents: record(on: day)) }
                let working = try NationalCalendar.load().firstWorkingDay(from: opens)
                run.house.clock.set(working)
                let atNight = Self.saying(try await record(on: working), ["ended": "\(working) 23:00", "urgency": ""])
                await #expect(throws: CaseworkError.self) {
                    try await run.complete("execute", "executed", documents: atNight)
                }
                try await run.complete("execute", "executed", documents: record(on: working))
                let written = try await run.state().written.map(\.record.document)
                #expect(written.contains("代履行费用缴纳通知书"))
            }
        }
    }

    @Test(
        "the court is asked ten working days after the urging was served, once the decision is final, within three months",
        arguments: [
            ("2026-03-02", "2026-03-17", nil), ("2026-03-17", "2026-03-17", .remediesRun(through: "2026-03-17")),
            ("2026-03-02", "2026-06-02", nil), ("2026-03-02", "2026-06-03", .courtTooLate(last: "2026-06-02")),
        ] as [(Day, Day, EnforcementFault?)]
    )
    func court(remediesEnd: Day, asked: Day, fault: EnforcementFault?) async throws {
        let template = ProcessTemplate.courtEnforcement
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let item = try await house.publish(template, .coercion, named: "对逾期不履行的强制执行")
        let definition = try template.definition()
        let first = try #require(definition.step(definition.first))
        let papers = Self.saying(
            try DocumentRecord.filledIn(first, first.outcomes[0]),
            ["remediesEnd": remediesEnd.description]
        )
        let opened = try await house.submit(
            OpenCase(item: item, party: .shop, clue: .sample, documents: papers),
            by: house.officer(.handle)
        )
        let run = ExOfficioRun(house: house, id: opened.caseFile)
        let short = Self.saying(try await run.papers("urge", "urged"), ["until": "2026-03-13"])
        await #expect(throws: CaseworkError.enforcement(.urgingTooShort(first: "2026-03-16"))) {
            try await run.complete("urge", "urged", documents: short)
        }
        try await run.complete("urge", "urged")
        try await run.complete("serveUrging", "served", details: .served(on: "2026-03-02"))
        #expect(try await run.state().noticeServedOn == "2026-03-02")
        house.clock.set("2026-03-16")
        await #expect(
            throws: CaseworkError.tooEarly(step: "statement", notBefore: "2026-03-17", source: "行政强制法§54")
        ) { try await run.complete("statement", "waived") }
        house.clock.set("2026-03-17")
        try await run.complete("statement", "waived")
        try await run.complete("review", "approved")
        try await run.complete("sign", "approved")
        house.clock.set(asked)
        if let fault {
            await #expect(throws: CaseworkError.enforcement(fault)) { try await run.complete("apply", "applied") }
        } else {
            try await run.complete("apply", "applied")
            #expect(try await run.state().position.steps == ["ruling"])
        }
    }

    @Test("who performs after being urged does not wait for the days that were given")
    func performed() async throws {
        var whole = try await WholeCase.open(.courtEnforcement)
        try await whole.walk(until: "statement") { $0.outcomes[0] }
        try await whole.run.complete("statement", "performed")
        #expect(try await whole.run.state().position.steps == ["archivePerformed"])
    }

    @Test("what was taken on the spot and is not approved, or too late, is given back at once")
    func lifted() async throws {
        let run = try await ExOfficioRun.open(.coerciveMeasure, .coercion)
        try await run.complete("apply", "lift")
        #expect(try await run.state().position.steps == ["release"])
        await #expect(throws: CaseworkError.self) { try await run.complete("apply", "approved") }
        try await run.complete("release", "released")
        let written = try await run.state().written.map(\.record.document)
        #expect(written.contains("解除查封、扣押决定书") && written.contains("当场实施未获批准登记表"))
    }

    @Test("the party's ten days run from the day the urging was served, not from the day that was entered (行政强制法 §54)")
    func servedLater() async throws {
        var whole = try await WholeCase.open(.courtEnforcement)
        try await whole.walk(until: "urge") { $0.outcomes[0] }
        let run = whole.run
        let papers = Self.saying(try await run.papers("urge", "urged"), ["until": "2026-03-17"])
        try await run.complete("urge", "urged", documents: papers)
        run.house.clock.set("2026-03-06")
        await #expect(throws: CaseworkError.serviceDayInvalid("2026-03-01")) {
            try await run.complete("serveUrging", "served", details: .served(on: "2026-03-01"))
        }
        // Ten working days after 4 March end on the 18th, those after 3 March on the 17th, the day that the urging names.
        await #expect(throws: CaseworkError.enforcement(.urgingTooShort(first: "2026-03-18"))) {
            try await run.complete("serveUrging", "served", details: .served(on: "2026-03-04"))
        }
        try await run.complete("serveUrging", "served", details: .served(on: "2026-03-03"))
        run.house.clock.set("2026-03-17")
        await #expect(
            throws: CaseworkError.tooEarly(step: "statement", notBefore: "2026-03-18", source: "行政强制法§54")
        ) { try await run.complete("statement", "waived") }
        run.house.clock.set("2026-03-18")
        try await run.complete("statement", "waived")
        #expect(try await run.state().acts.last?.noticedOn == "2026-03-03")
    }

    @Test("nothing is decided before the time is over that the urging gave (行政强制法 §37)")
    func urgedUntil() async throws {
        var whole = try await WholeCase.open(.coerciveExecution)
        try await whole.walk(until: "urge") { $0.outcomes[0] }
        let run = whole.run
        let papers = Self.saying(try await run.papers("urge", "urged"), ["until": "2026-03-20"])
        try await run.complete("urge", "urged", documents: papers)
        try await run.complete("serveUrging", "served", details: .served(on: "2026-03-02"))
        run.house.clock.set("2026-03-20")
        await #expect(
            throws: CaseworkError.tooEarly(step: "statement", notBefore: "2026-03-21", source: "行政强制法§37")
        ) { try await run.complete("statement", "waived") }
        run.house.clock.set("2026-03-23")
        try await run.complete("statement", "waived")
        #expect(try await run.state().position.steps == ["review"])
    }

    @Test("an account that another authority froze is not frozen again; the party is told (行政强制法 §29, §31)")
    func frozenAlready() async throws {
        var whole = try await WholeCase.open(.freezing)
        try await whole.walk(until: "execute") { $0.outcomes[0] }
        let run = whole.run
        #expect(try await run.state().holding?.isRunning == true)
        try await run.complete("execute", "notFrozen")
        var state = try await run.state()
        #expect(state.holding?.ended?.way == .notTaken)
        #expect(state.position.steps == ["serveNotFrozen"])
        let written = state.written.map(\.record.document)
        #expect(written.contains("冻结通知书") && written.contains("未予冻结现场笔录") && written.contains("未予冻结告知书"))
        #expect(!written.contains("冻结现场笔录"))
        try await run.complete("serveNotFrozen", "served", details: .served(on: run.house.clock.now.day))
        try await run.complete("close", "closed")
        try await run.complete("archive", "archived")
        state = try await run.state()
        #expect(state.stage.name == .closed)
    }

    @Test(
        "what lies on a road and cannot wait is cleared at once, after the decision; the party is told then (行政强制法 §52)"
    )
    func atOnce() async throws {
        let run = try await ExOfficioRun.open(.substituteExecution, .coercion)
        #expect(try await run.state().position.steps == ["receive"])
        // Nobody has said yet in which way it is registered, so no paper of it can be written.
        let item = PowerItem.ID(try #require(try await run.state().opening).item.id)
        let given = OpenCase(
            item: item,
            party: .shop,
            clue: .sample,
            documents: try await run.papers("receive", "atOnce")
        )
        await #expect(throws: CaseworkError.documentUnexpected("立即清除情况登记表")) {
            try await run.house.submit(given, by: run.house.officer(.handle))
        }
        let able = Self.saying(try await run.papers("receive", "atOnce"), ["ability": "当事人能够清除"])
        await #expect(throws: CaseworkError.self) { try await run.complete("receive", "atOnce", documents: able) }
        try await run.complete("receive", "atOnce")
        let decided = DecisionDetails(
            reasons: "渣土遗洒于主干道，危及通行安全",
            content: "立即清除演示路遗洒的渣土",
            validFrom: nil,
            validThrough: nil
        )
        try await run.complete("decideAtOnce", "imposedAtOnce", details: .decision(decided))
        #expect(try await run.state().decision?.title == "立即代履行决定书")
        let decidedAt = Instant("2026-03-02", hour: 9)
        for began in ["2026-03-01 09:30", "2026-03-02 08:59"] {
            let early = Self.saying(try await run.papers("executeAtOnce", "executed"), ["began": began])
            await #expect(throws: CaseworkError.enforcement(.begunBeforeDecision(at: decidedAt))) {
                try await run.complete("executeAtOnce", "executed", documents: early)
            }
        }
        try await run.complete("executeAtOnce", "executed")
        #expect(try await run.state().position.steps == ["serveAtOnce"])
        try await run.complete("serveAtOnce", "served", details: .served(on: "2026-03-02"))
        try await run.complete("handle", "charged")
        let state = try await run.state()
        #expect(state.position.steps == ["close"])
        #expect(state.written.map(\.record.document).contains("代履行费用缴纳通知书"))
        #expect(!state.written.map(\.record.document).contains("催告书"))
    }
}
