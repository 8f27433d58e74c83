import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing
import TimeLimits

@testable import Participation

@Suite("Public supervisors")
struct PublicSupervisorTests {
    @Test("the six kinds of the circular ship with the program, and an answer is due in fifteen working days")
    func kinds() throws {
        let rules = try PublicSupervision.shipped()
        #expect(rules.kinds.map(\.chinese) == ["人大代表", "政协委员", "网格长", "群众代表", "志愿者", "媒体"])
        #expect(rules.answer.period == .workingDays(15))
    }

    @Test("appointed, given cases, heard and answered; rows are what the events say", arguments: StorageEngine.allCases)
    func opinion(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let house = office.house
        let number = try await house.apply().caseFile
        let id = try await office.appoint()
        #expect(try await office.draw(id, 5) == 1, "there is one case")
        await #expect(throws: ParticipationError.supervisor(.nothingToDraw)) { try await office.draw(id, 5) }
        let state = try await office.supervisor(id)
        #expect(state.sample == [number.text])
        let sampled = try await office.say(id, .sampled(1), "张三的材料收了两次，13800000000 可以作证。")
        await #expect(throws: ParticipationError.supervisor(.notInSample)) {
            try await office.say(id, .sampled(2), "这件没有给我看过，不应该能说。")
        }
        await #expect(throws: ParticipationError.text(.opinion, expected: 10...2_000, found: 2)) {
            try await office.say(id, .agency(house.agency), "不好")
        }
        let open = try await house.log.read(TestHouse.realm) {
            try $0.unansweredOpinions(of: house.agency.text, limit: 9)
        }
        #expect(open.map(\.id) == [sampled.opinion])
        #expect(open.first?.subject.caseFile == number.text && open.first?.answer.day == "2026-03-23")
        let answer = AnswerOpinion(sampled.opinion, answer: "已改为一次性告知，李小四已批评教育。", hidden: ["李小四"])
        await #expect(throws: ParticipationError.notAnOfficer) {
            try await house.submit(answer, by: PostOffice.visitor)
        }
        try await house.submit(answer, by: house.officer(.approve))
        await #expect(throws: ParticipationError.supervisor(.answered)) {
            try await house.submit(answer, by: house.officer(.approve))
        }
        let published = try await house.log.read(TestHouse.realm) {
            try $0.publishedOpinions(below: "511602", limit: 9)
        }
        #expect(published.map(\.answered.opinion) == ["来信人的材料收了两次，138****0000 可以作证。"])
        #expect(published.map(\.answered.answer) == ["已改为一次性告知，※※已批评教育。"])
        let rebuilt = try await house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("a draw can be done again from the log, and from nothing else")
    func reproduced() async throws {
        let office = try await PostOffice(on: .sqlite)
        for _ in 1...12 { _ = try await office.house.apply(key: nil) }
        let id = try await office.appoint()
        #expect(try await office.draw(id, 4) == 4)
        let draw = try #require(try await office.supervisor(id).draws.first)
        #expect(draw.poolCount == 12 && Set(draw.drawn).count == 4)
        _ = try await office.house.apply()
        let isReproduced = try await office.house.log.read(TestHouse.realm) {
            try $0.isReproduced(draw, of: TestHouse.division)
        }
        #expect(isReproduced, "a case that came in later changes nothing")
        let pool = draw.drawn.map { PooledCase(id: $0, position: 1) }
        #expect(!draw.isReproduced(by: pool), "another pool is found out")
        #expect(try await office.draw(id, 50) == 9, "nobody is shown a case twice")
        #expect(Set(try await office.supervisor(id).sample).count == 13)
    }

    @Test("a case of a party of the supervisor's name is passed over")
    func ownCases() async throws {
        let office = try await PostOffice(on: .sqlite)
        let own = try await office.house.apply(name: "周建国").caseFile
        let other = try await office.house.apply(name: "张三").caseFile
        let id = try await office.appoint("周建国")
        #expect(try await office.draw(id, 2) == 1)
        let draw = try #require(try await office.supervisor(id).draws.first)
        #expect(draw.drawn == [other.text] && draw.passedOver.allSatisfy { $0 == own.text })
    }

    @Test("who supervises another division, is not in office, or sits elsewhere is refused")
    func refusals() async throws {
        let office = try await PostOffice(on: .sqlite)
        let house = office.house
        await #expect(throws: ParticipationError.supervisor(.otherDivision)) { try await office.appoint(at: "511300") }
        await #expect(throws: ParticipationError.supervisor(.unknownKind("king"))) {
            try await office.appoint(kind: "king")
        }
        await #expect(throws: ParticipationError.supervisor(.termReversed(from: "2027-01-01", through: "2026-12-31"))) {
            try await office.appoint(from: "2027-01-01")
        }
        let later = try await office.appoint(from: "2026-06-01")
        await #expect(throws: ParticipationError.supervisor(.notInOffice)) {
            try await office.say(later, .agency(house.agency), "窗口排队的时间太长，应当增加窗口。")
        }
        let id = try await office.appoint()
        await #expect(throws: ParticipationError.supervisor(.sampleSize(expected: 1...50, found: 51))) {
            try await office.draw(id, 51)
        }
        try await house.submit(EndPublicSupervisor(id, reason: "本人辞去职务"), by: house.officer(.approve))
        house.clock.set("2026-03-03")
        await #expect(throws: ParticipationError.supervisor(.notInOffice)) {
            try await office.say(id, .agency(house.agency), "窗口排队的时间太长，应当增加窗口。")
        }
        await #expect(throws: ParticipationError.supervisor(.ended(on: "2026-03-02"))) {
            try await house.submit(EndPublicSupervisor(id, reason: "本人辞去职务"), by: house.officer(.approve))
        }
    }

    @Test("an opinion is overdue on the day after its last one, and is no longer once it is answered")
    func overdue() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.appoint()
        let opinion = try await office.say(id, .agency(office.house.agency), "窗口排队的时间太长，应当增加窗口。")
        func overdue(on day: Day) async throws -> [String] {
            try await office.house.log.read(TestHouse.realm) { try $0.overdueOpinions(on: day).map(\.number) }
        }
        #expect(try await overdue(on: "2026-03-23").isEmpty)
        #expect(try await overdue(on: "2026-03-24") == [opinion.number])
        let answer = AnswerOpinion(opinion.opinion, answer: "四月起增加两个窗口，延长服务时间。", hidden: [])
        try await office.house.submit(answer, by: office.house.officer(.approve))
        #expect(try await overdue(on: "2026-03-24").isEmpty)
    }
}

extension PostOffice {
    @discardableResult
    func appoint(
        _ name: String = "周建国",
        kind: String = "deputy",
        at division: Division.Code? = nil,
        from: Day = "2026-03-02"
    ) async throws -> PublicSupervisor.ID {
        let command = AppointPublicSupervisor(
            person: name,
            unit: "广安区第二代表团",
            kind: kind,
            division: try division ?? #require(Division.Code(TestHouse.division)),
            from: from,
            through: "2026-12-31",
            queryDigest: "digest",
            try PublicSupervision.shipped()
        )
        return try await house.submit(command, by: house.officer(.approve)).supervisor
    }

    @discardableResult
    func draw(_ id: PublicSupervisor.ID, _ count: Int) async throws -> Int {
        let rules = try PublicSupervision.shipped()
        let command = DrawSample(for: id, from: "2026-01-01", through: "2026-12-31", count: count, rules)
        return try await house.submit(command, by: house.officer(.approve))
    }

    @discardableResult
    func say(
        _ id: PublicSupervisor.ID,
        _ about: GiveOpinion.About,
        _ text: String
    ) async throws -> GiveOpinion.Answer {
        let command = GiveOpinion(id, about: about, text: text, try PublicSupervision.shipped())
        return try await house.submit(command, by: PostOffice.visitor)
    }

    func supervisor(_ id: PublicSupervisor.ID) async throws -> PublicSupervisor {
        try await house.log.read(TestHouse.realm) { try $0.state(PublicSupervisor.self, id.text).state }
    }
}
