import Casework
import Database
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Participation

@Suite("Letters: questions, complaints, reports")
struct LetterTests {
    @Test(
        "the periods begin the day after the letter came in",
        arguments: [
            // Filed on Monday, 2 March 2026; a question is answered in three working days.
            (.question, nil, "2026-03-05"),
            (.complaint, "2026-03-09", "2026-03-19"),
            (.report, "2026-03-09", "2026-03-23"),
        ] as [(LetterKind, Day?, Day)]
    )
    func periods(kind: LetterKind, accepted: Day?, replied: Day) async throws {
        let office = try await PostOffice(on: .sqlite)
        let filed = try await office.file(kind)
        let clock = try #require(try await office.letter(filed.letter).state.clock)
        #expect(filed.number == "511602-20260302-L0001")
        #expect(clock.acceptance?.day == accepted)
        #expect(clock.reply.day == replied)
    }

    @Test("a question is answered, judged, and published masked", arguments: StorageEngine.allCases)
    func question(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let writer = LetterContent.Writer(name: "赵小明", mobile: "138 0000 0000")
        let text = "我叫赵小明，身份证11010519491231002X，孩子王小红想办入学，请问找谁？"
        let id = try await office.file(.question, title: "入学找谁办理", text: text, writer: writer).letter
        #expect(try await office.rows([.question], in: [.handling]).map(\.dueOn) == ["2026-03-05"])
        try await office.reply(id, "赵小明您好，请带上材料到我局基教股，联系电话13900000000。")
        #expect(try await office.rows([.question], in: [.handling]).isEmpty)
        try await office.house.submit(JudgeReply(letter: id, isSatisfied: true), by: PostOffice.visitor)
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: ["王小红"]) }
        let entry = try #require(try await office.published().first)
        #expect(entry.letter.text == "我叫来信人，身份证（身份证件号码略），孩子※※想办入学，请问找谁？")
        #expect(entry.letter.reply == "来信人您好，请带上材料到我局基教股，联系电话139****0000。")
        #expect(entry.letter.isSatisfied == true)
        #expect(try await office.published(.init(kind: .complaint)).isEmpty)
        #expect(try await office.published(.init(words: ["入学", "基教股"])).count == 1)
        #expect(try await office.published(.init(words: ["入学", "100%"])).isEmpty)
        try await office.handle(id) { WithdrawLetterPublication(letter: id, seen: $0, reason: "答复中的地址有误") }
        #expect(try await office.published().isEmpty)
        let rebuilt = try await office.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("nothing is kept of who writes without a name", arguments: StorageEngine.allCases)
    func anonymity(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await office.file(.report, title: "窗口违规收费", text: "办理时被要求另交一百元，没有票据。").letter
        try await office.handle(id) { AcceptLetter(letter: id, seen: $0) }
        try await office.reply(
            id,
            "经查，收费没有依据，已责令退还并对经办人作出处理。",
            outcome: .upheld,
            measures: "已退还多收的一百元"
        )
        try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        let events = try await office.house.log.read(TestHouse.realm) { try $0.events(of: Letter.stream(id.text)) }
        let filed = try #require(events.first)
        #expect(filed.envelope.actor == PostOffice.visitor)
        #expect(try await office.letter(id).state.opening?.content?.writer == nil)
        let outcome = try #require(try await office.published().first).letter
        #expect(outcome.text == nil, "what a report tells may give its writer away")
    }

    @Test("what is about people lies in the letter's personal section and goes with its key")
    func erasure() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.file(.question, writer: .init(name: "赵小明", mobile: "13800000000")).letter
        try await office.reply(id)
        try await office.house.submit(
            EraseSubject(subject: id.text, article: "个人信息保护法§47", reason: "本人申请"),
            by: Actor(kind: .officer, id: "founder")
        )
        let state = try await office.letter(id).state
        #expect(state.opening?.content == nil)
        #expect(state.replies == [nil])
        #expect(throws: ParticipationError.erased) { try state.publicLetter(hiding: []) }
    }

    @Test("a complaint is accepted or declined with reasons before it is answered")
    func acceptance() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.file(.complaint, title: "窗口态度恶劣", text: "三月一日上午办事，被推诿两次。").letter
        #expect(try await office.rows([.complaint], in: [.waiting]).map(\.dueOn) == ["2026-03-09"])
        await #expect(throws: ParticipationError.wrongStage(expected: [.handling], found: .waiting)) {
            try await office.reply(id)
        }
        await #expect(throws: ParticipationError.text(.reasons, expected: 10...4_000, found: 2)) {
            try await office.handle(id) { DeclineLetter(letter: id, seen: $0, reasons: " 不受\n") }
        }
        try await office.handle(id) { AcceptLetter(letter: id, seen: $0) }
        #expect(try await office.rows([.complaint], in: [.handling]).map(\.dueOn) == ["2026-03-19"])
        let other = try await office.file(.complaint).letter
        try await office.handle(other) { DeclineLetter(letter: other, seen: $0, reasons: "所反映的事项已经由人民法院受理。") }
        #expect(try await office.letter(other).state.stage == .declined(on: "2026-03-02"))
        let question = try await office.file(.question).letter
        await #expect(throws: ParticipationError.alwaysAnswered) {
            try await office.handle(question) { AcceptLetter(letter: question, seen: $0) }
        }
    }

    @Test("only the agency that has the letter handles it, and it is passed on twice at most")
    func transfer() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.file(.question).letter
        office.house.clock.set("2026-03-04")
        try await office.handle(id) {
            TransferLetter(letter: id, seen: $0, to: office.neighbor, reason: "属于民政部门职责", office.clocks)
        }
        let state = try await office.letter(id).state
        #expect(state.subject?.agencyName == "演示区民政局")
        #expect(state.clock?.reply.day == "2026-03-09", "the clock begins anew where the letter is now")
        await #expect(throws: ParticipationError.otherAgency("演示区民政局")) { try await office.reply(id) }
        await #expect(throws: ParticipationError.notAnOfficer) {
            try await office.handle(id, by: PostOffice.visitor) {
                ReplyToLetter(letter: id, seen: $0, reply: "好", office.clocks)
            }
        }
    }

    @Test("who is not satisfied opens the letter again, once, and gets a second reply")
    func reopening() async throws {
        let office = try await PostOffice(on: .sqlite)
        let (house, clocks) = (office.house, office.clocks)
        let id = try await office.file(.question).letter
        try await office.reply(id)
        try await house.submit(JudgeReply(letter: id, isSatisfied: false), by: PostOffice.visitor)
        await #expect(throws: ParticipationError.judgedAlready) {
            try await house.submit(JudgeReply(letter: id, isSatisfied: true), by: PostOffice.visitor)
        }
        try await house.submit(ReopenLetter(letter: id, reason: "没有说清材料", clocks), by: PostOffice.visitor)
        #expect(try await office.rows([.question], in: [.handling]).map(\.dueOn) == ["2026-03-05"])
        try await office.reply(id, "需要身份证、学历证书和普通话证书。")
        await #expect(throws: ParticipationError.reopenedAlready) {
            try await house.submit(ReopenLetter(letter: id, reason: "仍不满意", clocks), by: PostOffice.visitor)
        }
        try await house.submit(JudgeReply(letter: id, isSatisfied: false), by: PostOffice.visitor)
        #expect(try await office.letter(id).state.stage == .closed)
    }

    @Test("who handled the case does not handle the complaint about it; only its party writes about it")
    func handlerOfTheCase() async throws {
        let office = try await PostOffice(on: .sqlite)
        let house = office.house
        let caseFile = try await house.apply().caseFile
        let window = try house.officer(.reception)
        let registered = CompleteStep(
            caseFile: caseFile,
            seen: try await house.state(caseFile).version,
            step: "receive",
            outcome: "registered",
            opinion: "已登记"
        )
        try await house.submit(registered, by: window)
        await #expect(throws: ParticipationError.unknownCase) {
            try await office.file(.complaint, about: .caseFile(caseFile, queryDigest: "guessed"))
        }
        let id = try await office.file(.complaint, about: .caseFile(caseFile, queryDigest: "digest")).letter
        await #expect(throws: ParticipationError.handledTheCase) {
            try await office.handle(id, by: window) { AcceptLetter(letter: id, seen: $0) }
        }
        try await office.handle(id) { AcceptLetter(letter: id, seen: $0) }
    }

    @Test("two officers answer one letter: the second is told that it has moved on")
    func stale() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.file(.question).letter
        let seen = try await office.letter(id).version
        try await office.reply(id)
        let late = ReplyToLetter(letter: id, seen: seen, reply: "我来答复：请看办事指南第三条。", office.clocks)
        let officer = try office.house.officer(.handle)
        await #expect(throws: EventLogError.self) { try await office.house.submit(late, by: officer) }
    }

    @Test(
        "texts have a shortest and a longest length, whatever they are made of",
        arguments: [
            ("短", 1, false), ("怎么办理入学", 6, true), ("   怎么办  ", 3, false),
            (String(repeating: "长", count: 61), 61, false),
            ("e\u{301}" + String(repeating: "\u{301}", count: 5_000) + "怎么办", 4, false),
        ]
    )
    func lengths(title: String, found: Int, isTaken: Bool) throws {
        let checked = Result { () throws(ParticipationError) in
            try ParticipationText.checked(title, .title, ParticipationText.titles)
        }
        #expect(checked == (isTaken ? .success(title) : .failure(.text(.title, expected: 4...60, found: found))))
    }

    @Test("questions that read alike are shown before a new one is filed", arguments: StorageEngine.allCases)
    func similar(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        for (title, text) in [
            ("教师资格怎么认定", "非师范专业毕业，怎样申请认定教师资格？"), ("学区怎么划分", "请问今年小学的学区怎样划分，在哪里查询？"),
        ] {
            let id = try await office.file(.question, title: title, text: text).letter
            try await office.reply(id)
            try await office.handle(id) { PublishLetter(letter: id, seen: $0, hidden: []) }
        }
        let agency = office.house.agency.text
        let found = try await office.house.log.read(TestHouse.realm) {
            try PublicLetters($0).similar(to: "想问认定教师资格的条件", agency: agency, item: nil, limit: 3)
        }
        #expect(found.map(\.letter.title) == ["教师资格怎么认定"])
    }
}
