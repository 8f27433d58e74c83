import Kernel
import Testing

@testable import Directory
@testable import Supervision

@Suite("Rules about certificates, posts and reviewers")
struct StaffRuleTests {
    private static let place: Division.Code = "511602"
    private static let today: Day = "2026-03-02"
    private static let post = Directory.Post.ID("01P1")

    private static func concern(
        _ kind: DirectoryConcern.Kind,
        _ detail: String,
        _ day: Day?,
        subject: String = "01O1"
    ) -> DirectoryConcern {
        DirectoryConcern(
            kind: kind,
            agency: Agency.ID("01A1"),
            agencyName: "演示区教育局",
            subject: subject,
            subjectName: "李明",
            post: kind == .stayEnds || kind == .stayExceeded ? post : nil,
            detail: detail,
            day: day
        )
    }

    private static func judge(
        _ concerns: [DirectoryConcern],
        _ findings: Findings = Findings(),
        on day: Day = today,
        _ json: String? = nil
    ) throws -> Supervisor.Outcome {
        let parameters = try json.map { try RuleParameters(json: Array($0.utf8)) } ?? .shipped()
        return try Supervisor(RuleBook(parameters), SupervisionModule.supervisor().calendar)
            .judge(concerns, in: place, findings, on: day)
    }

    private static func found(_ outcome: Supervisor.Outcome, on day: Day = today) -> Findings {
        var findings = Findings()
        findings.take(outcome, at: Instant(day, hour: 9))
        return findings
    }

    @Test(
        "each lack is found at its level, about its subject and in its words",
        arguments: [
            (
                concern(.certificateExpires, "16010001", "2026-04-01"), .certificateExpires, .reminder,
                "certificate:16010001", "李明的执法证件16010001将于2026年4月1日到期"
            ),
            (
                concern(.certificateExpired, "16010001", "2026-02-01"), .certificateExpired, .warning,
                "certificate:16010001", "李明的执法证件16010001已于2026年2月1日到期，未换证也未离岗"
            ),
            (
                concern(.stayEnds, "批准岗", "2026-04-01"), .stayEnds, .reminder, "stay:01P1:01O1",
                "李明在批准岗任职将于2026年4月1日满轮岗年限"
            ),
            (
                concern(.stayExceeded, "批准岗", "2026-02-01"), .stayExceeded, .yellowCard, "stay:01P1:01O1",
                "李明在批准岗任职已于2026年2月1日满轮岗年限，至今未轮岗"
            ),
            (
                concern(.reviewersMissing, "1", nil), .reviewersMissing, .warning, "agency:01A1",
                "演示区教育局取得法律职业资格的法制审核人员只有1名"
            ),
            (
                concern(.reviewerUntrained, "20", nil), .reviewerUntrained, .warning, "officer:01O1",
                "法制审核人员李明近一年培训只有20学时"
            ),
            (
                concern(.recheckDue, "", "2026-02-01"), .recheckDue, .reminder, "agency:01A1",
                "演示区教育局的执法主体资格应于2026年2月1日前复核"
            ),
        ] as [(DirectoryConcern, RuleCode, FindingLevel, String, String)]
    )
    func finding(
        _ concern: DirectoryConcern,
        _ rule: RuleCode,
        _ level: FindingLevel,
        _ subject: String,
        _ message: String
    ) throws {
        let outcome = try Self.judge([concern])
        let breach = try #require(outcome.raised.first)
        #expect(outcome.raised.count == 1)
        #expect(breach.rule == rule)
        #expect(breach.level == level)
        #expect(breach.subject.text == subject)
        #expect(FindingSubject(subject) == breach.subject)
        #expect(breach.message == message)
        #expect(try Self.judge([concern], Self.found(outcome)).raised.isEmpty)
    }

    @Test("every kind of concern has exactly one rule")
    func complete() throws {
        let kinds = try RuleSet(.defaults).staff.map { type(of: $0).kind }
        #expect(
            kinds.sorted { $0.rawValue < $1.rawValue }
                == DirectoryConcern.Kind.allCases.sorted { $0.rawValue < $1.rawValue }
        )
    }

    @Test("a stay that was warned of becomes a card, and the card goes when somebody else holds the post")
    func rotation() throws {
        let warned = Self.found(try Self.judge([Self.concern(.stayEnds, "批准岗", "2026-03-10")]))
        let later: Day = "2026-03-11"
        let over = try Self.judge([Self.concern(.stayExceeded, "批准岗", "2026-03-10")], warned, on: later)
        #expect(over.raised.map(\.rule) == [.stayExceeded])
        #expect(over.releases.map(\.number) == [1])
        #expect(over.releases.map(\.reason) == [.higher(number: 2)])
        var findings = warned
        findings.take(over, at: Instant(later, hour: 9))
        let mended = try Self.judge([], findings, on: later + 1)
        #expect(mended.raised.isEmpty)
        #expect(mended.releases.map(\.number) == [2])
        #expect(mended.releases.map(\.reason) == [.mended])
    }

    @Test("what comes again after it was mended is found again under the next occurrence")
    func again() throws {
        let concern = Self.concern(.reviewersMissing, "1", nil)
        var findings = Self.found(try Self.judge([concern]))
        findings.take(try Self.judge([], findings), at: Instant(Self.today, hour: 10))
        let again = try Self.judge([concern], findings, on: Self.today + 30)
        #expect(again.raised.map(\.occurrence) == [2])
    }

    @Test(
        "an area may set another level, or none of its rules",
        arguments: [
            (
                #"{"version": "t", "rules": {}, "scopes": [{"scope": {"division": "5116"}, "rules": {"STF-ROTATE": {"level": "redCard"}}}]}"#,
                [.redCard]
            ),
            (
                #"{"version": "t", "rules": {}, "scopes": [{"scope": {"division": "5117"}, "rules": {"STF-ROTATE": {"level": "redCard"}}}]}"#,
                [.yellowCard]
            ),
            (
                #"{"version": "t", "rules": {}, "scopes": [{"scope": {"division": "5116", "category": "01"}, "rules": {"STF-ROTATE": {"level": "redCard"}}}]}"#,
                [.yellowCard]
            ),
            (#"{"version": "t", "rules": {"STF-ROTATE": {"isOn": false}}}"#, []),
        ] as [(String, [FindingLevel])]
    )
    func parameters(_ json: String, _ levels: [FindingLevel]) throws {
        let outcome = try Self.judge(
            [Self.concern(.stayExceeded, "批准岗", "2026-02-01")],
            Findings(),
            on: Self.today,
            json
        )
        #expect(outcome.raised.map(\.level) == levels)
    }
}
