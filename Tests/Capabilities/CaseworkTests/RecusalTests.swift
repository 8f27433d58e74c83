import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Asking in a case that an officer keep out, and the decision (回避)")
struct RecusalTests {
    private static let long = "当事人与承办人员是近亲属，可能影响公正"

    @Test(
        "asked by the party: handling goes on, the officer neither reviews nor decides, the head decides (行政处罚法 §43)",
        arguments: StorageEngine.allCases
    )
    func asked(_ engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let reviewer = try house.officer(.review)
        try await run.ask(reviewer, by: .party, as: .handle)
        #expect(try await run.state().recusals.map(\.decision) == [nil])
        try await run.complete("examine", "proposed", by: .handle)
        await #expect(throws: CaseworkError.recusalUndecided(step: "review", officer: reviewer.id)) {
            try await run.complete("review", "agreed", by: .review)
        }
        let claim = AssignStep(caseFile: run.id, seen: try await run.version(), step: "review", to: .myself)
        try await house.submit(claim, by: reviewer)
        try await run.settle(reviewer, true, as: .approve)
        let state = try await run.state()
        #expect(state.recusals.map(\.decision?.isGranted) == [true])
        #expect(state.recusals.map(\.asked?.by) == [.party])
        #expect(state.assignees["review"] == nil, "the step goes back to whoever may do it")
        await #expect(throws: CaseworkError.recused(officer: reviewer.id)) {
            try await run.complete("review", "agreed", by: .review)
        }
        let other = try await house.colleague(of: .review, named: "演示另审")
        let review = CompleteStep(
            caseFile: run.id,
            seen: try await run.version(),
            step: "review",
            outcome: "agreed",
            opinion: "材料齐全，符合法定条件"
        )
        try await house.submit(review, by: other)
    }

    @Test("refused, the officer goes on, and it may be asked for anew")
    func refused() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let reviewer = try house.officer(.review)
        try await run.ask(reviewer, by: .officer, as: .review)
        await #expect(throws: CaseworkError.recusal(.undecided(since: "2026-03-02"))) {
            try await run.ask(reviewer, by: .party, as: .handle)
        }
        try await run.settle(reviewer, false, as: .approve)
        try await run.complete("examine", "proposed", by: .handle)
        try await run.complete("review", "agreed", by: .review)
        try await run.ask(reviewer, by: .interested, as: .handle)
        #expect(try await run.state().recusals.map(\.decision?.isGranted) == [false, nil])
    }

    @Test("nobody else decides, nobody asks in another's name, and nothing is recorded of what is refused")
    func unlawful() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let (handler, reviewer) = (try house.officer(.handle), try house.officer(.review))
        await #expect(throws: CaseworkError.recusal(.noneOpen)) {
            try await run.settle(handler, true, as: .approve)
        }
        await #expect(throws: CaseworkError.recusal(.notOneself)) {
            try await run.ask(handler, by: .officer, as: .review)
        }
        await #expect(throws: CaseworkError.self) {
            try await run.ask(Actor(kind: .officer, id: "1O99999"), by: .party, as: .handle)
        }
        await #expect(throws: CaseworkError.textTooLong(field: "回避理由", limit: 2_000, found: 2_001)) {
            try await run.ask(handler, by: .party, as: .handle, because: String(repeating: "长", count: 2_001))
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "申请回避理由", atLeast: 2)) {
            try await run.ask(handler, by: .party, as: .handle, because: " ")
        }
        #expect(try await run.state().recusals.isEmpty)
        try await run.ask(handler, by: .party, as: .handle, because: "是近亲属\n\t有照片为证")
        let version = try await run.version()
        for responsibility in [Responsibility.reception, .handle] {
            await #expect(throws: CaseworkError.self) { try await run.settle(handler, true, as: responsibility) }
        }
        await #expect(throws: CaseworkError.recusal(.notHead)) {
            try await run.settle(handler, true, as: .review)
        }
        await #expect(throws: CaseworkError.recusal(.ofNoHead)) {
            try await run.settle(handler, true, as: .review, discussedBy: [reviewer, house.officer(.approve)])
        }
        await #expect(throws: EventLogError.self) {
            let stale = SettleRecusal(
                caseFile: run.id,
                seen: version - 1,
                officer: Officer.ID(handler.id),
                isGranted: true,
                reasons: Self.long
            )
            try await house.submit(stale, by: house.officer(.approve))
        }
        #expect(try await run.version() == version)
    }

    @Test("the only head's recusal is decided together by those in charge, and recorded by who reviews (程序规定 §4)")
    func head() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let head = try house.officer(.approve)
        let members = [try house.officer(.review), try house.officer(.handle), try house.officer(.reception)]
        try await run.ask(head, by: .party, as: .handle)
        await #expect(throws: CaseworkError.recusal(.ofOneself)) { try await run.settle(head, false, as: .approve) }
        for (discussing, fault) in [
            ([members[0]], RecusalFault.discussedByFew(found: 1)),
            ([members[0], members[0]], .discussedByFew(found: 1)), ([members[0], head], .discussedByStranger),
            ([members[0], Actor(kind: .officer, id: "1O99999")], .discussedByStranger),
        ] {
            await #expect(throws: CaseworkError.recusal(fault)) {
                try await run.settle(head, true, as: .review, discussedBy: discussing)
            }
        }
        let second = try await house.colleague(of: .approve, named: "演示副职")
        try await run.settle(head, true, by: second)
        #expect(try await run.state().recusals.map(\.decision?.isGranted) == [true])
        let next = LicensingRun(house, try await house.apply(key: "next").caseFile)
        try await next.accept()
        try await next.ask(head, by: .party, as: .handle)
        try await next.settle(head, true, as: .review, discussedBy: members)
        let told = try await house.log.read(TestHouse.realm) { try $0.history(of: next.id) }
            .compactMap { $0.as(CaseFileEvent.self) }
        let settled = told.compactMap { fact in
            if case .recusal(.settled(let event)) = fact { event.discussedBy } else { nil }
        }
        #expect(settled.map(\.count) == [3])
    }

    @Test("a party asks by itself, by name or for whoever handles the case; nobody else asks as a party")
    func byTheParty() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        let party = Actor(kind: .party, id: try #require(try await run.state().opening?.party))
        let agent = Actor(kind: .party, id: "1P99999", onBehalfOf: party.id)
        await #expect(throws: CaseworkError.recusal(.nobodyHandles)) { try await run.ask(named: "", by: party) }
        await #expect(throws: CaseworkError.noSuchCase(run.id.text)) {
            try await run.ask(named: "演示审核", by: Actor(kind: .party, id: "1P99999"))
        }
        await #expect(throws: CaseworkError.recusal(.unknown(name: "李某某"))) {
            try await run.ask(named: "演示审核、李某某", by: party)
        }
        await #expect(throws: CaseworkError.notAnOfficer) {
            try await run.ask(named: "演示审核", by: Actor(kind: .visitor, id: "hall"))
        }
        try await run.accept()
        try await run.ask(named: "演示审核", by: party)
        let reviewer = Officer.ID(try house.officer(.review).id)
        #expect(try await run.state().recusals.map(\.officer) == [reviewer])
        await #expect(throws: CaseworkError.recusal(.undecided(since: "2026-03-02"))) {
            try await run.ask(named: "演示审核", by: agent)
        }
        try await run.complete("examine", "proposed", by: .handle)
        try await run.ask(named: " ", by: agent)
        let asked = try await run.state().recusals
        let handlers = try await run.state().acts.filter { $0.step == "examine" }
        #expect(asked.first?.officer == reviewer)
        #expect(Set(asked.dropFirst().map(\.officer.text)).isSuperset(of: handlers.map(\.officer)))
        #expect(asked.allSatisfy { $0.asked?.by == .party } && !asked.map(\.officer.text).contains(agent.id))
        _ = try await house.colleague(of: .review, named: "演示另审")
        await #expect(throws: CaseworkError.recusal(.tooManyOpen(greatest: AskForRecusal.mostOpen))) {
            try await run.ask(named: "演示窗口、演示批准、演示承办乙、演示另审", by: party)
        }
        try await run.settle(try house.officer(.review), true, as: .approve)
        #expect(try await run.state().recusals.first?.decision?.isGranted == true)
    }

    @Test("what a party asked for and was refused it does not ask for again; others it may still ask about")
    func onceOnly() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        let party = Actor(kind: .party, id: try #require(try await run.state().opening?.party))
        try await run.accept()
        let reviewer = try house.officer(.review)
        try await run.ask(reviewer, by: .officer, as: .review)
        try await run.settle(reviewer, false, as: .approve)
        // That the officer's own request was refused does not count against the party.
        try await run.ask(named: "演示审核", by: party)
        try await run.settle(reviewer, false, as: .approve)
        await #expect(throws: CaseworkError.recusal(.refusedAlready(on: "2026-03-02"))) {
            try await run.ask(named: "演示审核", by: party)
        }
        try await run.complete("examine", "proposed", by: .handle)
        try await run.complete("review", "agreed", by: .review)
        try await run.ask(named: "演示审核、演示窗口", by: party)
        #expect(try await run.state().recusals.last?.officer == Officer.ID(try house.officer(.reception).id))
        #expect(try await run.state().recusals.count == 3)
    }

    @Test("a party's reasons are kept in the case alone, where they can be erased; the directory is only told where")
    func keptOnce() async throws {
        let house = try await TestHouse.open()
        let run = LicensingRun(house, try await house.apply().caseFile)
        let party = Actor(kind: .party, id: try #require(try await run.state().opening?.party))
        try await run.accept()
        try await run.ask(named: "演示审核", by: party)
        try await run.ask(try house.officer(.handle), by: .officer, as: .handle, because: "本人与申请人是近亲属")
        let reasons = try await house.log.read(TestHouse.realm) { reading in
            try [house.officer(.review), house.officer(.handle)].map { officer in
                let key = RecusalEntry.key(CaseFile.stream(run.id.text).text, Officer.ID(officer.id))
                return try reading.state(RecusalEntry.self, key).state.request?.reason
            }
        }
        #expect(reasons == ["见本案的回避申请", "本人与申请人是近亲属"])
        #expect(try await run.state().recusals.map(\.asked?.reasons) == ["该人员是竞争单位的股东", "本人与申请人是近亲属"])
    }

    @Test("a record in which the party asks for it opens the request, against those named, else those it is about")
    func recorded() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.complete("file", "filed")
        let papers = try await run.papers("identify", "shown")
        func saying(_ entries: [String: String]) -> [DocumentRecord] {
            papers.map { paper in
                DocumentRecord(
                    document: paper.document,
                    entries: paper.entries.map { entry in
                        DocumentEntry(key: entry.key, label: entry.label, text: entries[entry.key] ?? entry.text)
                    }
                )
            }
        }
        let before = try await run.house.state(run.id).version
        await #expect(throws: CaseworkError.recusal(.unknown(name: "李某某"))) {
            let named = saying(["recusal": "已告知，申请回避", "recusalOf": "李某某"])
            try await run.complete("identify", "shown", documents: named)
        }
        #expect(try await run.house.state(run.id).version == before)
        let asking = saying(["recusal": "已告知，申请回避", "recusalOf": "", "recusalReason": "与举报人是亲戚"])
        try await run.complete("identify", "shown", documents: asking)
        let recusals = try await run.state().recusals
        let both = [try run.house.officer(.handle).id, try run.house.officer(.handle, 1).id]
        #expect(Set(recusals.map(\.officer.text)) == Set(both))
        #expect(recusals.map(\.asked?.reasons) == ["与举报人是亲戚", "与举报人是亲戚"])
        // The investigation goes on until it is decided.
        try await run.complete("investigate", "done")
    }
}

extension LicensingRun {
    fileprivate func ask(named names: String, by party: Actor) async throws {
        let command = AskForRecusal(
            caseFile: id,
            named: names,
            ground: .interest,
            reasons: "该人员是竞争单位的股东"
        )
        try await house.submit(command, by: party)
    }

    fileprivate func ask(
        _ officer: Actor,
        by asker: RecusalAsker,
        as responsibility: Responsibility,
        because reasons: String = "当事人与该人员是近亲属，可能影响公正"
    ) async throws {
        let command = AskForRecusal(
            caseFile: id,
            officer: Officer.ID(officer.id),
            by: asker,
            ground: .kinship,
            reasons: reasons
        )
        try await house.submit(command, by: house.officer(responsibility))
    }

    fileprivate func settle(
        _ officer: Actor,
        _ isGranted: Bool,
        as responsibility: Responsibility,
        discussedBy: [Actor] = []
    ) async throws {
        try await settle(officer, isGranted, by: house.officer(responsibility), discussedBy: discussedBy)
    }

    fileprivate func settle(
        _ officer: Actor,
        _ isGranted: Bool,
        by head: Actor,
        discussedBy: [Actor] = []
    ) async throws {
        let command = SettleRecusal(
            caseFile: id,
            seen: try await version(),
            officer: Officer.ID(officer.id),
            isGranted: isGranted,
            reasons: "经核查，关系属实，影响公正",
            discussedBy: discussedBy.map { Officer.ID($0.id) }
        )
        try await house.submit(command, by: head)
    }
}
