import EventLog
import Kernel
import Parties
import Sanctions
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Publicity

@Suite("The life of a publication")
struct PublicationLifeTests {
    private static let day: Day = "2026-05-20"

    @Test(
        "a penalty is public, one that only warns is not (市场监督管理行政处罚信息公示规定 §2)",
        arguments: [
            ([Sanction(.fine, amount: .yuan(50_000))], true), ([Sanction(.warning)], false),
            ([Sanction(.warning), Sanction(.closure, object: "演示班")], true), ([Sanction(.criticism)], true),
            ([Sanction(.warning), Sanction(.criticism)], true),
        ] as [([Sanction], Bool)]
    )
    func penalties(sanctions: [Sanction], isPublic: Bool) async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.decide(7, on: log.company, imposing: sanctions)
        guard isPublic else {
            #expect(try await log.state(id).state.status == .none)
            return
        }
        guard case .awaited = try await log.state(id).state.status else {
            Issue.record("the penalty is not awaited")
            return
        }
    }

    @Test("what was proposed is published only after another officer agreed", arguments: StorageEngine.allCases)
    func review(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        try await log.propose(id, remarks: "经证人李四确认")
        let queue = try await log.read { [agency = log.agency.text] in
            try $0.awaitedPublications(agency: agency, limit: 5)
        }
        #expect(queue.map(\.standing) == [.proposed])
        #expect(queue.first?.reviewBy == "2026-05-22")
        await #expect(throws: PublicityError.notReviewed) { try await log.publish(id) }
        await #expect(throws: PublicityError.notAReviewer) {
            _ = try await log.review(id, approved: true, as: log.act("own"))
        }
        #expect(try await log.review(id, approved: true, as: log.headActs("agree")) == false)
        try await log.publish(id)
        guard case .published(let entry) = try await log.answer(id) else {
            Issue.record("expected it to be public")
            return
        }
        #expect(entry.decision.remarks == "经证人李某确认")
        #expect(entry.review?.proposedBy == log.officer.text)
        #expect(entry.review?.reviewedBy == log.head.text)
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("where the step is done before the review, agreeing publishes at once") func stepFirst() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.propose(id)
        try await log.completePublishing(id)
        #expect(try await log.state(id).state.isPublic == false)
        #expect(try await log.review(id, approved: true, as: log.headActs("agree")))
        #expect(try await log.state(id).state.isPublic)
    }

    @Test("sent back, it is mended and proposed again") func sentBack() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.propose(id)
        #expect(try await log.review(id, approved: false, as: log.headActs("back")) == false)
        await #expect(throws: PublicityError.notReviewed) { try await log.publish(id) }
        try await log.propose(id, remarks: "已补充说明")
        _ = try await log.review(id, approved: true, as: log.headActs("agree"))
        try await log.publish(id)
        #expect(try await log.state(id).state.isPublic)
    }

    @Test("the preview stands side by side with the reason of every mask") func preview() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        let hidden = HiddenParts(people: [], tradeSecrets: ["申请"], privacy: [])
        let preview = try await log.read {
            try $0.publicationPreview(of: id, PublicLog.policy, proposing: ProposedText(remarks: nil, hidden: hidden))
        }
        let content = try #require(preview.fields.first { $0.name == "决定内容" })
        #expect(content.original == "准予张小三的申请，联系电话13800001234")
        #expect(content.shown == "准予张某某的（商业秘密略），联系电话138****1234")
        #expect(content.reasons == [.name, .contact, .tradeSecret])
        #expect(preview.fields.first?.reasons == [.name])
    }

    @Test("a decision kept from the public is agreed to by another officer; the public learns the number of them")
    func exempt() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        let ask = ProposeExemption(caseFile: id, seen: 1, ground: .minor, reason: "当事人未满十八周岁")
        _ = try await log.log.submit(ask, as: log.act("ask"))
        await #expect(throws: PublicityError.notAReviewer) {
            let decide = DecideExemption(caseFile: id, seen: 2, isApproved: true, opinion: "同意不公开")
            _ = try await log.log.submit(decide, as: log.act("self"))
        }
        let decide = DecideExemption(caseFile: id, seen: 2, isApproved: true, opinion: "同意不公开")
        _ = try await log.log.submit(decide, as: log.headActs("decide"))
        #expect(try await log.answer(id) == nil)
        #expect(try await log.read { try $0.publicationCounts() } == [.exempt: 1])
        await #expect(throws: PublicityError.notAwaited) { try await log.publish(id) }
    }

    @Test("an overturned decision comes down with who overturned it; three working days are counted from then")
    func overturned() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.publish(id)
        let rules = try PublicLog.rules.get()
        await #expect(throws: PublicityError.overturningMissing) {
            let bare = WithdrawPublication(caseFile: id, ground: .revoked, reason: "复议机关撤销", rules)
            _ = try await log.log.submit(bare, as: log.act("bare"))
        }
        let withdraw = WithdrawPublication(
            caseFile: id,
            ground: .revoked,
            reason: "复议机关撤销，申请人张小三的许可无效",
            overturned: .init(on: "2026-05-14", by: "广安区人民政府", document: "广安府复决〔2026〕3号"),
            rules
        )
        _ = try await log.log.submit(withdraw, as: log.act("withdraw"))
        guard case .withdrawn(_, let day, .revoked, let reason, let overturning) = try await log.answer(id) else {
            Issue.record("expected it to be withdrawn")
            return
        }
        #expect(day == Self.day)
        #expect(!reason.contains("张小三"))
        // Thursday 14 May; Friday, Monday, Tuesday are counted.
        #expect(overturning?.withdrawBy == "2026-05-19")
    }

    @Test("an error that is proved is corrected, and the public sees that") func corrected() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.publish(id)
        func correct(_ text: ProposedText, _ key: String) async throws {
            let command = CorrectPublication(
                caseFile: id,
                seen: try await log.state(id).version,
                text: text,
                reason: "当事人证明备注遗漏",
                provedOn: "2026-05-19",
                PublicLog.policy,
                try PublicLog.rules.get()
            )
            _ = try await log.log.submit(command, as: log.act(key))
        }
        await #expect(throws: PublicityError.nothingToCorrect) {
            try await correct(ProposedText(remarks: nil, hidden: .none), "same")
        }
        try await correct(ProposedText(remarks: "证书编号以本次公示为准", hidden: .none), "correct")
        guard case .published(let entry) = try await log.answer(id) else {
            Issue.record("expected it to be public")
            return
        }
        #expect(entry.decision.remarks == "证书编号以本次公示为准")
        #expect(entry.corrections == [.init(on: Self.day, reason: "当事人证明备注遗漏")])
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "a decision that is revoked is taken down in the same moment, and not published if it was only awaited (§48)",
        arguments: [
            (true, DecisionRevoked.Ground.unlawful, WithdrawalGround.revoked), (true, .judgment, .changed),
            (false, .unlawful, .revoked),
        ]
    )
    func revoked(isPublic: Bool, ground: DecisionRevoked.Ground, expected: WithdrawalGround) async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        if isPublic { try await log.publish(id) }
        try await log.happen("revoke") { session in
            try session.append(
                .revoked(
                    DecisionRevoked(
                        ground: Open(ground),
                        reasons: Open("材料系伪造，联系电话13800001234"),
                        revokedOn: Open(Self.day)
                    )
                ),
                to: CaseFile.self,
                id.text
            )
        }
        guard case .withdrawn(_, let day, let said, let reason, let overturning) = try await log.answer(id) else {
            Issue.record("the revoked decision is still public")
            return
        }
        #expect(day == Self.day)
        #expect(said == expected)
        #expect(reason.hasPrefix(ground.chinese))
        #expect(!reason.contains("13800001234"))
        #expect(overturning?.by == "广安市广安区教育局")
        #expect(overturning?.withdrawBy == "2026-05-25")
        await #expect(throws: PublicityError.decisionRevoked(on: Self.day)) { try await log.propose(id) }
    }

    @Test("a permission may be suspended or ended, not enforced") func performance() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.publish(id)
        let seen = try await log.state(id).version
        await #expect(throws: PublicityError.performanceDoesNotFit(.enforced)) {
            let record = RecordPerformance(caseFile: id, seen: seen, state: .enforced, on: Self.day, note: "")
            _ = try await log.log.submit(record, as: log.act("wrong"))
        }
        let record = RecordPerformance(caseFile: id, seen: seen, state: .suspended, on: Self.day, note: "停业")
        _ = try await log.log.submit(record, as: log.act("right"))
        guard case .published(let entry) = try await log.answer(id) else {
            Issue.record("expected it to be public")
            return
        }
        let status = PublishedField.fields(of: "01").first { $0.code == "status" }
        #expect(status?.value(of: entry, on: Self.day) == "中止执行")
        await #expect(throws: PublicityError.endsByItself) {
            let end = EndPublication(caseFile: id, seen: seen + 1, reason: "信用修复完成", try PublicLog.rules.get())
            _ = try await log.log.submit(end, as: log.headActs("end"))
        }
    }

    @Test("a license is published with its kind, as the item stated it when the case began (许可类别)")
    func licenseKind() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        try await log.publish(id)
        guard case .published(let entry) = try await log.answer(id) else {
            Issue.record("expected it to be public")
            return
        }
        let shown = PublishedField.shown(entry, on: Self.day)
        #expect(shown.contains { $0.name == "许可类别" && $0.value == "普通" })
        for other in ["02", "03"] {
            #expect(!PublishedField.fields(of: other).contains { $0.code == "license_kind" })
        }
    }

    @Test(
        "licenses and penalties are public in seven working days, others in twenty; penalties for three years",
        arguments: [("01", "7wd", nil), ("02", "7wd", "36mo"), ("03", "20wd", nil), ("07", "20wd", nil)]
            as [(String, String, String?)]
    )
    func rules(category: String, ceiling: String, shown: String?) throws {
        let rules = try PublicityRules.shipped()
        #expect(rules.ceiling(of: category).period.description == ceiling)
        #expect(rules.shown(of: category, imposing: [Sanction(.fine)])?.period.description == shown)
        #expect(rules.withdrawal.period == .workingDays(3))
    }
}
