import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Participation

@Suite("How complaints and reports end")
struct OutcomeTests {
    private static func concluded(
        _ office: PostOffice,
        _ outcome: ComplaintOutcome,
        measures: String = "已退还并批评教育",
        title: String = "窗口违规收费"
    ) async throws -> Letter.ID {
        let writer = LetterContent.Writer(name: "赵小明", mobile: "13800000000")
        let id = try await office.file(.complaint, title: title, text: "办理时被要求另交一百元。", writer: writer).letter
        try await office.handle(id) { AcceptLetter(letter: id, seen: $0) }
        let reply = "经查，赵小明反映的收费没有依据，联系电话13900000000。"
        try await office.reply(id, reply, outcome: outcome, measures: measures)
        return id
    }

    @Test(
        "a complaint or report ends with an outcome, and with what was done where something was wrong",
        arguments: [
            (.complaint, nil, "已处理完毕", .outcomeMissing),
            (.report, nil, "", .outcomeMissing),
            (.complaint, .upheld, "", .text(.measures, expected: 5...1_000, found: 0)),
            (.report, .partlyUpheld, "改了", .text(.measures, expected: 5...1_000, found: 2)),
            (.question, .unfounded, "", .outcomeOfQuestion),
            (.complaint, .unfounded, "", nil),
            (.report, .unverifiable, "", nil),
            (.complaint, .upheld, "已批评教育", nil),
            (.question, nil, "", nil),
        ] as [(LetterKind, ComplaintOutcome?, String, ParticipationError?)]
    )
    func needed(
        kind: LetterKind,
        outcome: ComplaintOutcome?,
        measures: String,
        refusal: ParticipationError?
    ) async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.file(kind).letter
        if kind != .question { try await office.handle(id) { AcceptLetter(letter: id, seen: $0) } }
        let before = try await office.letter(id)
        do {
            try await office.reply(id, outcome: outcome, measures: measures)
            #expect(refusal == nil)
            let state = try await office.letter(id).state
            #expect(state.conclusion?.outcome == outcome)
            #expect(state.stage.name == .replied)
        } catch let error as ParticipationError {
            #expect(error == refusal)
            #expect(try await office.letter(id).version == before.version, "nothing is recorded of what is refused")
        }
    }

    @Test("outcomes are published masked, counted by agency, good and bad", arguments: StorageEngine.allCases)
    func published(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        for outcome in ComplaintOutcome.allCases + [.upheld] {
            let id = try await Self.concluded(office, outcome)
            try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        }
        let upheld = try await office.published(.init(outcomes: [.upheld]))
        #expect(upheld.count == 2)
        #expect(upheld.first?.letter.reply == "经查，来信人反映的收费没有依据，联系电话139****0000。")
        #expect(upheld.first?.letter.measures == "已退还并批评教育")
        #expect(upheld.first?.letter.text == nil)
        #expect(try await office.published(.init(outcomes: [.unfounded, .unverifiable])).count == 2)
        let (agency, other) = (office.house.agency.text, office.neighbor.text)
        let figures = try await office.house.log.read(TestHouse.realm) { reading in
            (try PublicLetters(reading).outcomes(agency: agency), try PublicLetters(reading).outcomes(agency: other))
        }
        #expect(figures.0.counts == [.upheld: 2, .partlyUpheld: 1, .unfounded: 1, .unverifiable: 1])
        #expect(figures.1.count == 0)
        let rebuilt = try await office.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test(
        "an outcome is overdue when its twenty working days are over, until it is public",
        arguments: StorageEngine.allCases
    )
    func overdue(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await Self.concluded(office, .unfounded)
        // Answered on Monday, 2 March 2026: the twentieth working day is 30 March.
        #expect(try await office.letter(id).state.conclusion?.publication.day == "2026-03-30")
        func overdue(on day: Day) async throws -> [Letter.ID] {
            try await office.house.log.read(TestHouse.realm) { try $0.unpublishedOutcomes(on: day).map(\.row.id) }
        }
        #expect(try await overdue(on: "2026-03-30").isEmpty)
        #expect(try await overdue(on: "2026-03-31") == [id])
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        #expect(try await overdue(on: "2026-03-31").isEmpty)
    }

    @Test(
        "an outcome that may not be published is kept back on a ground, by another officer who reviews, and is overdue no more",
        arguments: StorageEngine.allCases
    )
    func exempt(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let (handler, reviewer) = (try office.house.officer(.handle), try office.house.officer(.review))
        let (id, other) = (try await Self.concluded(office, .upheld), try await Self.concluded(office, .unfounded))
        func propose(_ letter: Letter.ID, reason: String = "只有来信人一人办过这件事", by officer: Actor) async throws {
            try await office.handle(letter, by: officer) {
                ProposeOutcomeExemption(letter: letter, seen: $0, ground: .writerKnown, reason: reason)
            }
        }
        func decide(_ letter: Letter.ID, _ isApproved: Bool, by officer: Actor) async throws {
            try await office.handle(letter, by: officer) {
                DecideOutcomeExemption(letter: letter, seen: $0, isApproved: isApproved, opinion: "情况属实")
            }
        }
        func overdue() async throws -> Set<Letter.ID> {
            try await office.house.log.read(TestHouse.realm) {
                Set(try $0.unpublishedOutcomes(on: "2026-03-31").map(\.row.id))
            }
        }
        await #expect(throws: ParticipationError.text(.reason, expected: 5...1_000, found: 2)) {
            try await propose(id, reason: "不宜", by: handler)
        }
        await #expect(throws: ParticipationError.noExemptionProposed) { try await decide(id, true, by: reviewer) }
        try await propose(id, by: reviewer)
        await #expect(throws: ParticipationError.nothingToExempt) { try await propose(id, by: handler) }
        await #expect(throws: ParticipationError.keptFromPublic) {
            try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        }
        await #expect(throws: ParticipationError.ownExemption) { try await decide(id, true, by: reviewer) }
        await #expect(throws: ParticipationError.notAReviewer) { try await decide(id, true, by: handler) }
        #expect(try await overdue() == [id, other], "asking alone stops no clock")
        try await decide(id, true, by: office.house.officer(.approve))
        #expect(try await overdue() == [other])
        await #expect(throws: ParticipationError.keptFromPublic) {
            try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        }
        try await propose(other, by: handler)
        try await decide(other, false, by: reviewer)
        let refusal = try await office.house.log.read(TestHouse.realm) { reading in
            try reading.events(of: Letter.stream(other.text)).compactMap { event -> OutcomeExemptionDecided? in
                if case .exemptionDecided(let decided)? = event.as(LetterEvent.self) { decided } else { nil }
            }
        }
        #expect(refusal.map(\.ground.value) == [nil], "a ground not agreed to is in no public section")
        #expect(try await overdue() == [other], "what is not agreed to is due as before")
        try await office.handle(other) { PublishLetter(letter: other, seen: $0, hidden: []) }
        let agency = office.house.agency.text
        let figures = try await office.house.log.read(TestHouse.realm) {
            try PublicLetters($0).outcomes(agency: agency)
        }
        #expect(figures == OutcomeFigures(counts: [.unfounded: 1], exempt: [.writerKnown: 1]))
        let reopen = ReopenLetter(letter: id, reason: "没有调取录像", office.clocks)
        try await office.house.submit(reopen, by: PostOffice.visitor)
        try await office.reply(id, "经调取录像，反映不属实。", outcome: .unfounded)
        #expect(try await overdue() == [id], "a second look has an outcome of its own")
        let rebuilt = try await office.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("how many outcomes are kept back is said of an agency, and of no item, whose few applicants it would name")
    func exemptOfItem() async throws {
        let office = try await PostOffice(on: .sqlite)
        let about = FileLetter.About.item(office.house.license, agency: nil)
        let id = try await office.file(.complaint, title: "窗口违规收费", text: "办理时被要求另交一百元。", about: about).letter
        try await office.handle(id) { AcceptLetter(letter: id, seen: $0) }
        try await office.reply(id, "经查，收费没有依据。", outcome: .upheld, measures: "已退还并批评教育")
        try await office.handle(id, by: office.house.officer(.handle)) {
            ProposeOutcomeExemption(letter: id, seen: $0, ground: .writerKnown, reason: "只有来信人一人办过这件事")
        }
        try await office.handle(id, by: office.house.officer(.review)) {
            DecideOutcomeExemption(letter: id, seen: $0, isApproved: true, opinion: "情况属实")
        }
        let agency = office.house.agency.text
        let item = try #require(try await office.letter(id).state.subject?.item?.code)
        let figures = try await office.house.log.read(TestHouse.realm) { reading in
            let letters = PublicLetters(reading)
            return (try letters.outcomes(agency: agency), try letters.outcomes(item: item))
        }
        #expect(figures.0.exempt == [.writerKnown: 1])
        #expect(figures.1.exempt.isEmpty)
    }

    @Test("the outcome of a second look may be kept back while the first is public, and only while it stands")
    func exemptAgain() async throws {
        let office = try await PostOffice(on: .sqlite)
        let (handler, reviewer) = (try office.house.officer(.handle), try office.house.officer(.review))
        let (id, waiting) = (try await Self.concluded(office, .unfounded), try await Self.concluded(office, .unfounded))
        func propose(_ letter: Letter.ID) async throws {
            try await office.handle(letter, by: handler) {
                ProposeOutcomeExemption(letter: letter, seen: $0, ground: .writerKnown, reason: "只有来信人一人办过这件事")
            }
        }
        func decide(_ letter: Letter.ID) async throws {
            try await office.handle(letter, by: reviewer) {
                DecideOutcomeExemption(letter: letter, seen: $0, isApproved: true, opinion: "情况属实")
            }
        }
        func reopen(_ letter: Letter.ID) async throws {
            let command = ReopenLetter(letter: letter, reason: "没有调取录像", office.clocks)
            try await office.house.submit(command, by: PostOffice.visitor)
        }
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        try await reopen(id)
        try await office.reply(id, "经调取录像，反映属实，已处理。", outcome: .upheld, measures: "已批评教育")
        try await propose(id)
        try await decide(id)
        #expect(try await office.letter(id).state.isHeldBack)
        #expect(try await office.published().map(\.letter.outcome) == [.unfounded], "what was public stays as it was")
        try await propose(waiting)
        try await reopen(waiting)
        await #expect(throws: ParticipationError.self) { try await decide(waiting) }
        #expect(try await office.letter(waiting).state.exemption?.isApproved == nil)
    }

    @Test("nothing is kept from the public that nobody would publish")
    func nothingToExempt() async throws {
        let office = try await PostOffice(on: .sqlite)
        let question = try await office.file(.question).letter
        try await office.reply(question)
        let published = try await Self.concluded(office, .unfounded)
        try await office.handle(published) { PublishLetter(letter: published, seen: $0, hidden: []) }
        for id in [question, published] {
            await #expect(throws: ParticipationError.nothingToExempt) {
                try await office.handle(id) {
                    ProposeOutcomeExemption(letter: id, seen: $0, ground: .privacy, reason: "主要涉及个人隐私")
                }
            }
        }
    }

    @Test("what the writer says later of a published reply is public too", arguments: StorageEngine.allCases)
    func judgedLater(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await Self.concluded(office, .unfounded)
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        #expect(try await office.published().map(\.letter.isSatisfied) == [nil])
        try await office.house.submit(JudgeReply(letter: id, isSatisfied: false), by: PostOffice.visitor)
        #expect(try await office.published().map(\.letter.isSatisfied) == [false])
        let shown = try await office.house.log.read(TestHouse.realm) { try PublicLetters($0).letter(id)?.letter }
        #expect(shown?.isSatisfied == false)
    }

    @Test("the outcome of a second look takes the place of the first, in public too", arguments: StorageEngine.allCases)
    func again(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await Self.concluded(office, .unfounded, measures: "")
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        await #expect(throws: ParticipationError.alreadyPublished) {
            try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        }
        let reopen = ReopenLetter(letter: id, reason: "没有调取录像", office.clocks)
        try await office.house.submit(reopen, by: PostOffice.visitor)
        try await office.reply(id, "经调取录像，反映属实，已处理。", outcome: .upheld, measures: "已批评教育")
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        #expect(try await office.published().map(\.letter.outcome) == [.upheld])
        let rebuilt = try await office.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty)
    }

    @Test("what was done goes with the writer's key", arguments: StorageEngine.allCases)
    func erasure(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await Self.concluded(office, .upheld)
        try await office.house.submit(
            EraseSubject(subject: id.text, article: "个人信息保护法§47", reason: "本人申请"),
            by: Actor(kind: .officer, id: "founder")
        )
        let conclusion = try #require(try await office.letter(id).state.conclusion)
        #expect(conclusion.outcome == .upheld)
        #expect(conclusion.measures == nil)
    }
}
