import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Cases of one party are merged, and one is split, without anybody winning time (徐政办发〔2016〕80号 §30)")
struct MergingTests {
    /// Two cases of the same shop under one item, the second a day later, about another act.
    private static func two(
        on engine: StorageEngine = .sqlite,
        isFiled: Bool = false
    ) async throws -> (first: ExOfficioRun, second: ExOfficioRun) {
        var house = try await TestHouse.open(on: engine)
        try await house.appointReviewerAndChair()
        let item = try await house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处理")
        let first = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house)
        if isFiled { try await first.complete("file", "filed") }
        house.clock.set("2026-03-03")
        return (first, try await ExOfficioRun.open(item, .penaltyOrdinary, in: house, clue: .summer))
    }

    @Test(
        "the later case goes into the earlier, with its evidence and its act, and ends",
        arguments: StorageEngine.allCases
    )
    func merged(on engine: StorageEngine) async throws {
        let (first, second) = try await Self.two(on: engine, isFiled: true)
        try await second.complete("file", "filed")
        try await second.addEvidence("招生简章")
        let number = try #require(try await first.state().opening?.number)
        await #expect(throws: EventLogError.self) { try await second.merge(intoNumber: number, seenLeading: 1) }
        try await second.merge(into: first)
        let ended = try await second.state()
        #expect(ended.stage == .closed(Closing(manner: .merged, on: "2026-03-03", decision: nil)))
        #expect(ended.position.steps.isEmpty)
        let led = try await first.state()
        #expect(led.evidence.map(\.evidence?.name) == ["招生简章"])
        #expect(led.evidence[0].collectors == ended.evidence[0].collectors)
        #expect(led.clues.map(\.happenedOn) == ["2026-02-27", "2025-07-01"])
        #expect(led.clock?.acceptedOn == "2026-03-02")
        #expect(try await first.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("the case whose time ends first leads; who approves says so, with reasons, before the party is told")
    func refused() async throws {
        let (first, second) = try await Self.two()
        let number = try #require(try await first.state().opening?.number)
        await #expect(throws: CaseworkError.merging(.leadsLater(number))) { try await first.merge(into: second) }
        await #expect(throws: CaseworkError.merging(.itself)) { try await first.merge(into: first) }
        await #expect(throws: CaseworkError.noSuchCase("511602-20260101-00001")) {
            try await second.merge(intoNumber: "511602-20260101-00001")
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "并案理由", atLeast: 10)) {
            try await second.merge(into: first, because: "一并办")
        }
        await #expect(throws: CaseworkError.notYourStep(step: "file", post: "approver")) {
            try await second.merge(into: first, by: .handle)
        }
        try await first.untilConclusion()
        try await first.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        await #expect(throws: CaseworkError.merging(.toldAlready)) { try await second.merge(into: first) }
    }

    @Test("another party's case, another item's and an application are not taken in")
    func strangers() async throws {
        let (first, second) = try await Self.two()
        let house = first.house
        let item = PowerItem.ID(try #require(try await first.state().opening?.item.id))
        let person = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house, clue: .summer, party: .citizen)
        await #expect(throws: CaseworkError.merging(.otherParty)) { try await person.merge(into: first) }
        // Two registrations of one natural person are one party.
        let again = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house, party: .citizen)
        try await again.merge(into: person)
        let fees = try await house.publish(.penaltyHearing, .penalty, named: "对违规收费的处罚")
        let fee = try await ExOfficioRun.open(fees, .penaltyHearing, in: house)
        await #expect(
            throws: CaseworkError.merging(.otherItem(expected: "对违规收费的处罚", found: "对无证办学的处理"))
        ) { try await fee.merge(into: second) }
        let license = LicensingRun(house, try await house.apply().caseFile)
        try await license.accept()
        let number = try #require(try await license.state().opening?.number)
        await #expect(throws: CaseworkError.self) { try await second.merge(intoNumber: number) }
    }

    @Test("a fine for the act taken in bars another for it")
    func once() async throws {
        let (first, second) = try await Self.two()
        try await second.merge(into: first)
        try await first.untilDecision(yuan: 5_000, from: "2026-03-03")
        try await first.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let item = PowerItem.ID(try #require(try await first.state().opening?.item.id))
        let third = try await ExOfficioRun.open(item, .penaltyOrdinary, in: first.house, clue: .summer)
        try await third.untilDecision(yuan: 5_000, from: first.house.clock.now.day)
        let number = try #require(try await first.state().decision?.number)
        await #expect(throws: CaseworkError.finedBefore(number: number)) {
            try await third.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        }
    }

    @Test("what is split off begins anew with its evidence, and its time has run since the first case was filed")
    func split() async throws {
        let (first, _) = try await Self.two()
        try await first.untilConclusion()
        let filed = try #require(try await first.state().clock)
        first.house.clock.set("2026-03-20")
        let apart = try await first.split(.summer, along: [1])
        var state = try await apart.state()
        #expect(state.stage == .inquiry(since: "2026-03-20"))
        #expect(state.evidence.map(\.evidence?.name) == ["现场照片"])
        #expect(state.split?.foundOn == "2026-03-03")
        #expect(state.split?.filedOn == filed.acceptedOn)
        try await apart.complete("receive", "registered")
        try await apart.complete("file", "filed")
        state = try await apart.state()
        #expect(state.clock?.acceptedOn == filed.acceptedOn && state.clock?.due == filed.due)
        #expect(try await first.state().stage.name == .examination)
        // It came out of the first, so it goes back into it, and not the other way round.
        try await apart.merge(into: first)
        #expect(try await first.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("one act is not split in two, nor evidence that is not there, nor what came to light too late")
    func unsplit() async throws {
        let (first, _) = try await Self.two()
        await #expect(throws: CaseworkError.merging(.sameAct("2026-02-27"))) { try await first.split(.sample) }
        await #expect(throws: CaseworkError.merging(.noSuchEvidence(7))) {
            try await first.split(.summer, along: [7])
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "分案理由", atLeast: 10)) {
            try await first.split(.summer, because: "另查")
        }
        await #expect(throws: CaseworkError.detailsMissing("违法行为发生日期")) {
            try await first.split(Clue(source: .inspection, facts: "另有违规收取费用的行为", place: ""))
        }
        // Two years after the act no case is filed, whatever the first one was found on.
        let old = Clue(source: .inspection, facts: "另有违规收取费用的行为", place: "", happenedOn: "2024-03-02")
        let late = try await first.split(old)
        try await late.complete("receive", "registered")
        await #expect(throws: CaseworkError.timeBarred(lastDay: "2026-03-02", years: 2)) {
            try await late.complete("file", "filed")
        }
    }

    @Test("a case is not ended for what another verb does")
    func ground() async throws {
        let (_, second) = try await Self.two()
        let command = TerminateCase(
            caseFile: second.id,
            seen: try await second.version(),
            ground: .merged,
            reasons: "并入同一当事人的另一案件办理"
        )
        await #expect(throws: CaseworkError.groundIsVerb(.merge)) {
            try await second.house.submit(command, by: second.house.officer(.approve))
        }
    }
}

extension Clue {
    fileprivate static let summer = Clue(
        source: .complaint,
        facts: "暑期在另一处场所未经许可开办幼儿班",
        place: "演示路二百号",
        happenedOn: "2025-07-01"
    )
}

extension ExOfficioRun {
    fileprivate func merge(
        into leading: ExOfficioRun,
        by responsibility: Responsibility = .approve,
        because reasons: String = "同一当事人的两件案件一并查处"
    ) async throws {
        let number = try #require(try await leading.state().opening?.number)
        try await merge(intoNumber: number, by: responsibility, because: reasons)
    }

    fileprivate func merge(
        intoNumber number: String,
        seenLeading: Int? = nil,
        by responsibility: Responsibility = .approve,
        because reasons: String = "同一当事人的两件案件一并查处"
    ) async throws {
        let lead = try await house.log.read(TestHouse.realm) { reading in
            try reading.caseFile(number: number).map { try reading.version(of: CaseFile.stream($0.id.text)) }
        }
        let command = MergeCase(
            caseFile: id,
            seen: try await version(),
            leading: number,
            seenLeading: seenLeading ?? lead ?? 0,
            reasons: reasons
        )
        try await house.submit(command, by: house.officer(responsibility))
    }

    @discardableResult
    fileprivate func split(
        _ clue: Clue,
        along evidence: [Int] = [],
        because reasons: String = "另一行为事实不清，需要单独查明"
    ) async throws -> ExOfficioRun {
        let command = SplitCase(
            caseFile: id,
            seen: try await version(),
            clue: clue,
            evidence: evidence,
            reasons: reasons
        )
        let answer = try await house.submit(command, by: house.officer(.approve))
        let number = try #require(answer.apart)
        let apart = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
        return ExOfficioRun(house: house, id: try #require(apart).id)
    }
}
