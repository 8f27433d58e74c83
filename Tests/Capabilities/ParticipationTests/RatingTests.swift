import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Participation

@Suite("Ratings of cases")
struct RatingTests {
    private static let all = Dictionary(uniqueKeysWithValues: Rating.Dimension.allCases.map { ($0, 2) })

    @Test(
        "a bad rating is called back about, answered in five working days, and public",
        arguments: StorageEngine.allCases
    )
    func bad(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let (house, clocks) = (office.house, office.clocks)
        let id = try await withdrawnCase(in: house)
        func rate(_ grade: Int, _ dimensions: [Rating.Dimension: Int] = Self.all, _ comment: String) -> RateCase {
            RateCase(caseFile: id, grade: grade, dimensions: dimensions, comment: comment, clocks)
        }
        await #expect(throws: ParticipationError.gradeMissing) {
            try await house.submit(rate(1, [.guide: 1], "窗口推诿"), by: PostOffice.visitor)
        }
        await #expect(throws: ParticipationError.text(.comment, expected: 5...1_000, found: 0)) {
            try await house.submit(rate(1, Self.all, ""), by: PostOffice.visitor)
        }
        try await house.submit(rate(1, Self.all, "我是张三，窗口的李小四让我跑了三趟"), by: PostOffice.visitor)
        await #expect(throws: ParticipationError.ratedAlready) {
            try await house.submit(rate(5, Self.all, ""), by: PostOffice.visitor)
        }
        #expect(try await open(office).map(\.answer.day) == ["2026-03-09"])
        #expect(try await summary(office, of: id).unanswered == 1)
        let approver = try house.officer(.approve)
        let answer = AnswerRating(caseFile: id, answer: "已向张三致歉，并改为一次告知。", hidden: ["李小四"])
        await #expect(throws: ParticipationError.notCalledBack) { try await house.submit(answer, by: approver) }
        try await house.submit(CallBackRater(caseFile: id, note: "电话回访，情况属实"), by: approver)
        try await house.submit(answer, by: approver)
        let shown = try await summary(office, of: id)
        #expect(shown.mean == 1 && shown.unanswered == 0)
        #expect(shown.answered.map(\.comment) == ["我是来信人，窗口的※※让我跑了三趟"])
        #expect(shown.answered.map(\.answer) == ["已向来信人致歉，并改为一次告知。"])
        #expect(try await open(office).isEmpty)
        let rebuilt = try await house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty)
    }

    @Test("a case that is not decided is not rated")
    func early() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.house.apply().caseFile
        let rate = RateCase(caseFile: id, grade: 5, dimensions: Self.all, comment: "", office.clocks)
        await #expect(throws: ParticipationError.notDecided) {
            try await office.house.submit(rate, by: PostOffice.visitor)
        }
    }

    private func withdrawnCase(in house: TestHouse) async throws -> CaseFile.ID {
        let id = try await house.apply().caseFile
        let seen = try await house.state(id).version
        try await house.submit(WithdrawApplication(caseFile: id, seen: seen, reason: "选址有变"), by: PostOffice.visitor)
        return id
    }

    private func open(_ office: PostOffice) async throws -> [BadRating] {
        let agency = office.house.agency.text
        return try await office.house.log.read(TestHouse.realm) { try $0.badRatings(of: agency, limit: 10) }
    }

    private func summary(_ office: PostOffice, of id: CaseFile.ID) async throws -> RatingSummary {
        let code = try #require(try await office.house.state(id).state.opening?.item.code)
        return try await office.house.log.read(TestHouse.realm) { try $0.ratings(ofItem: code, limit: 5) }
    }
}
