import Catalog
import Codes
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Participation

@Suite("Standard answers")
struct StandardAnswerTests {
    private static let text = StandardAnswer.Text(
        question: "教师资格怎么认定",
        answer: "每年春季向我局申请，材料见办事指南，联系电话13900000000。"
    )

    private static func state(_ id: StandardAnswer.ID, _ office: PostOffice) async throws -> Versioned<StandardAnswer> {
        try await office.house.log.read(TestHouse.realm) { try $0.state(StandardAnswer.self, id.text) }
    }

    private static func published(_ office: PostOffice, words: [String] = []) async throws -> [PublicStandardAnswer] {
        try await office.house.log.read(TestHouse.realm) {
            try PublicStandardAnswers($0).list(words: words, limit: 10).map(\.answer)
        }
    }

    @Test(
        "drafted, published masked, changed while it stays public, taken down with a reason, published anew",
        arguments: StorageEngine.allCases
    )
    func life(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let (house, officer) = (office.house, try office.house.officer(.handle))
        let id = try await house.submit(DraftStandardAnswer(Self.text), by: officer)
        #expect(try await Self.published(office).isEmpty, "a draft is nobody's but the agency's")
        try await house.submit(PublishStandardAnswer(id, seen: 1), by: officer)
        let first = try #require(try await Self.published(office).first)
        #expect(first.answer == "每年春季向我局申请，材料见办事指南，联系电话139****0000。")
        #expect(first.agencyName == "演示区教育局")
        await #expect(throws: ParticipationError.nothingToPublish) {
            try await house.submit(PublishStandardAnswer(id, seen: 2), by: officer)
        }
        let changed = StandardAnswer.Text(question: Self.text.question, answer: "每年春季和秋季都可以向我局申请。")
        try await house.submit(DraftStandardAnswer(id, seen: 2, changed), by: officer)
        #expect(try await Self.published(office, words: ["办事指南"]).count == 1, "the public reads what was published")
        try await house.submit(PublishStandardAnswer(id, seen: 3), by: officer)
        #expect(try await Self.published(office, words: ["办事指南"]).isEmpty)
        #expect(try await Self.published(office, words: ["秋季"]).count == 1)
        await #expect(throws: ParticipationError.text(.reason, expected: 5...1_000, found: 2)) {
            try await house.submit(WithdrawStandardAnswer(id, seen: 4, reason: "过期"), by: officer)
        }
        try await house.submit(WithdrawStandardAnswer(id, seen: 4, reason: "秋季不再受理"), by: officer)
        #expect(try await Self.published(office).isEmpty)
        let state = try await Self.state(id, office).state
        #expect(state.status == .withdrawn && state.withdrawal?.reason == "秋季不再受理")
        await #expect(throws: ParticipationError.nothingToPublish) {
            try await house.submit(PublishStandardAnswer(id, seen: 5), by: officer)
        }
        try await house.submit(DraftStandardAnswer(id, seen: 5, Self.text), by: officer)
        try await house.submit(PublishStandardAnswer(id, seen: 6), by: officer)
        #expect(try await Self.published(office).count == 1)
        let agency = house.agency.text
        let counts = try await house.log.read(TestHouse.realm) { try $0.standardAnswerCounts(of: agency) }
        #expect(counts == [.published: 1])
        let rebuilt = try await house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("only officers of the agency keep it, about their own items, and as they saw it")
    func authority() async throws {
        let office = try await PostOffice(on: .sqlite)
        let (house, officer) = (office.house, try office.house.officer(.handle))
        let id = try await house.submit(DraftStandardAnswer(Self.text, about: house.license), by: officer)
        #expect(try await Self.state(id, office).state.subject?.item?.name == "民办幼儿园设立审批")
        await #expect(throws: ParticipationError.notAnOfficer) {
            try await house.submit(DraftStandardAnswer(Self.text), by: PostOffice.visitor)
        }
        await #expect(throws: ParticipationError.notAnOfficer) {
            try await house.submit(PublishStandardAnswer(id, seen: 1), by: PostOffice.visitor)
        }
        await #expect(throws: ParticipationError.unknownStandardAnswer) {
            try await house.submit(PublishStandardAnswer("1S1", seen: 0), by: officer)
        }
        await #expect(throws: ParticipationError.text(.question, expected: 4...60, found: 2)) {
            try await house.submit(DraftStandardAnswer(.init(question: "怎办", answer: Self.text.answer)), by: officer)
        }
        try await house.submit(DraftStandardAnswer(id, seen: 1, Self.text), by: officer)
        await #expect(throws: EventLogError.self) {
            try await house.submit(PublishStandardAnswer(id, seen: 1), by: officer)
        }
    }

    @Test(
        "an item of a list is its agency's by code, or by name where the list says no code",
        arguments: [
            ("演示区教育局", "11511301008778183N", true), ("区教科体局", "11511301008778183N", true),
            ("演示区教育局", "", true), ("演示区民政局", "11511301008778190N", false), ("演示区民政局", "", false),
        ] as [(String, String, Bool)]
    )
    func listed(agency: String, code: String, isOwn: Bool) async throws {
        let office = try await PostOffice(on: .sqlite)
        let (house, officer) = (office.house, try office.house.officer(.handle))
        let list = "code,name,category,agency,agencyCode\nX-1,学生资助政策咨询,20,\(agency),\(code)\n"
        let reading = ItemReader.read(Array(list.utf8), format: .csv, known: ListKnowledge(try .national()))
        try await house.submit(
            ImportPowerItems(reading, source: "测试清单", keepingReason: "来源如此"),
            by: Actor(kind: .officer, id: "founder")
        )
        let item = try #require(try await house.log.read(TestHouse.realm) { try $0.powerItem(code: "X-1")?.id })
        let command = DraftStandardAnswer(Self.text, about: item)
        if isOwn {
            let id = try await house.submit(command, by: officer)
            #expect(try await Self.state(id, office).state.subject?.item?.code == "X-1")
        } else {
            await #expect(throws: ParticipationError.otherAgency(agency)) {
                try await house.submit(command, by: officer)
            }
        }
    }

    @Test("what masking hides today is not found by its words, though it was published when masking knew less")
    func maskedLater() async throws {
        let office = try await PostOffice(on: .sqlite)
        let house = office.house
        let id = try await house.submit(DraftStandardAnswer(Self.text), by: house.officer(.handle))
        let record = PublicStandardAnswer(
            agency: house.agency.text,
            agencyName: "演示区教育局",
            item: nil,
            question: Self.text.question,
            answer: Self.text.answer,
            publishedOn: "2026-03-02"
        )
        try await house.submit(PublishedUnmasked(answer: id, record: record), by: house.officer(.handle))
        #expect(try await Self.published(office, words: ["13900000000"]).isEmpty)
        #expect(try await Self.published(office, words: ["办事指南"]).count == 1)
    }

    /// What was published before masking knew telephone numbers.
    private struct PublishedUnmasked: Command {
        static let name = "PublishedUnmasked"
        let answer: StandardAnswer.ID
        let record: PublicStandardAnswer

        func run(in session: CommandSession) throws -> Int {
            let published = StandardAnswerPublished(record: Open(record))
            try session.append(.published(published), to: StandardAnswer.self, answer.text)
            return 1
        }
    }

    @Test(
        "what somebody asks at length finds the short question of the library",
        arguments: [
            ("想问认定教师资格的条件", nil, ["教师资格怎么认定"]),
            ("我在外地读的大学，请问学区怎么划分，在哪里查？", nil, ["学区怎么划分"]),
            ("办理退休需要什么材料", nil, []),
            ("请问设立民办幼儿园要多久", "other", []),
        ] as [(String, String?, [String])]
    )
    func similar(asked: String, item: String?, found: [String]) async throws {
        let office = try await PostOffice(on: .sqlite)
        let (house, officer) = (office.house, try office.house.officer(.handle))
        for (question, about) in [("教师资格怎么认定", nil), ("学区怎么划分", nil), ("设立民办幼儿园要多久", house.license)] {
            let text = StandardAnswer.Text(question: question, answer: "请看我局公布的办事指南。")
            let id = try await house.submit(DraftStandardAnswer(text, about: about), by: officer)
            try await house.submit(PublishStandardAnswer(id, seen: 1), by: officer)
        }
        let agency = house.agency.text
        let answers = try await house.log.read(TestHouse.realm) {
            try PublicStandardAnswers($0).similar(to: asked, agency: agency, item: item, limit: 3)
        }
        #expect(answers.map(\.answer.question) == found, "those about another item are left out")
    }
}
