import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

@Suite("What became of a published decision")
struct PublicationOutcomeTests {
    private static let day: Day = "2026-05-20"

    private func value(_ code: String, of entry: PublicRecord.Entry?) -> String? {
        guard let entry, let field = PublishedField.all.first(where: { $0.code == code }) else { return nil }
        return field.value(of: entry, on: Self.day)
    }

    /// - Source: Administrative License Law (行政许可法) art. 40, 70.
    @Test(
        "a permit that is struck off is public as 已注销, with day and ground, in lists as on its page",
        arguments: StorageEngine.allCases,
        [true, false]
    )
    func struckOff(on engine: StorageEngine, isPublic: Bool) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        if isPublic {
            try await log.publish(id)
            let entry = try #require(try await log.list().first)
            #expect(!PublishedField.shown(entry, on: Self.day).contains { $0.name == "注销的理由" || $0.name == "状态日期" })
        }
        try await log.happen("cancel") { session in
            let cancelled = PermitCancelled(
                ground: Open(.organizationEnded),
                reasons: Open("张小三已不再办学"),
                cancelledOn: Open(Self.day)
            )
            try session.append(.cancelled(cancelled), to: CaseFile.self, id.text)
        }
        if !isPublic { try await log.publish(id) }
        guard case .published(let shown) = try await log.answer(id) else {
            Issue.record("a permit that was struck off stays public")
            return
        }
        for entry in [shown, try await log.list().first] {
            #expect(value("status", of: entry) == "已注销")
            #expect(value("status_on", of: entry) == "2026-05-20")
            #expect(value("status_ground", of: entry) == "法人或者其他组织依法终止")
            let names = entry.map { PublishedField.shown($0, on: Self.day).map(\.name) } ?? []
            #expect(Set(["当前状态", "状态日期", "注销的理由"]).isSubset(of: names))
        }
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("how far a decision was carried out stands in lists and open data", arguments: StorageEngine.allCases)
    func performance(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        try await log.publish(id)
        #expect(value("status", of: try await log.list().first) == "有效")
        #expect(value("status_on", of: try await log.list().first) == nil)
        let record = RecordPerformance(
            caseFile: id,
            seen: try await log.state(id).version,
            state: .suspended,
            on: "2026-05-19",
            note: "停业"
        )
        _ = try await log.log.submit(record, as: log.act("suspend"))
        let entry = try await log.list().first
        #expect(value("status", of: entry) == "中止执行")
        #expect(value("performance", of: entry) == "中止执行")
        #expect(value("status_on", of: entry) == "2026-05-19")
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    /// - Source: 市场监督管理行政处罚信息公示规定 art. 7, 12.
    @Test("a corrected decision is corrected in public too, masked as before, hand-made masks included")
    func corrected() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.propose(id, hiding: HiddenParts(people: ["李小四"], tradeSecrets: [], privacy: []), remarks: "首次公示")
        _ = try await log.review(id, approved: true, as: log.headActs("agree"))
        try await log.publish(id)
        try await correct("准予张小三的申请，经办李小四，电话13800001234", of: id, log)
        guard case .published(let entry) = try await log.answer(id) else {
            Issue.record("a corrected decision stays public")
            return
        }
        #expect(entry.decision.content == "准予张某某的申请，经办李某，电话138****1234")
        #expect(entry.decision.remarks == "首次公示")
        #expect(entry.corrections == [.init(on: Self.day, reason: "决定书有笔误，决定机关已经更正")])
        #expect(try await log.list().map(\.decision) == [entry.decision])

        // What an officer hides when correcting the copy stays hidden, too.
        let text = ProposedText(remarks: nil, hidden: HiddenParts(people: ["李小四"], tradeSecrets: ["申请"], privacy: []))
        let copy = CorrectPublication(
            caseFile: id,
            seen: try await log.state(id).version,
            text: text,
            reason: "当事人证明涉及商业秘密",
            provedOn: Self.day,
            PublicLog.policy,
            try PublicLog.rules.get()
        )
        _ = try await log.log.submit(copy, as: log.act("hide more"))
        try await correct("准予张小三的申请，经办人李小四", of: id, log)
        #expect(try await log.list().map(\.decision.content) == ["准予张某某的（商业秘密略），经办人李某"])
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what is not public is not corrected in public") func unpublished() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await correct("准予张小三的申请", of: id, log)
        #expect(try await log.list().isEmpty)
        try await log.publish(id)
        #expect(try await log.list().map(\.decision.content) == ["准予张某某的申请"])
    }

    private func correct(_ content: String, of id: CaseFile.ID, _ log: PublicLog) async throws {
        let previous = try await log.read { try $0.state(CaseFile.self, id.text).state.decision?.content ?? "" }
        let corrected = DecisionCorrected(
            content: Open(content),
            previous: Open(previous),
            reasons: ForParty("笔误", party: log.person.text)
        )
        try await log.happen("correct \(content)") { session in
            try session.append(.decisionCorrected(corrected), to: CaseFile.self, id.text)
        }
    }
}
