import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

@Suite("Parameters that supervisors set")
struct ParameterTests {
    private static func setting(
        _ scope: RuleScope = RuleScope(division: "511602"),
        _ rule: RuleCode = .yellow,
        over days: Int = 3,
        from: Day = "2025-09-01"
    ) -> ParameterSetting {
        ParameterSetting(scope: scope, rule: rule, numbers: ["workingDaysOver": days], from: from, reason: "本区试行")
    }

    /// Records settings without asking who sets them: the desk's tests ask that.
    private struct Install: Command {
        static let name = "Install"
        let events: [ParameterEvent]

        func run(in session: CommandSession) throws -> Int {
            for event in events { try session.append(event, to: RuleSettings.self, RuleSettings.key) }
            return events.count
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(events.count)
        }
    }

    private static func install(_ events: [ParameterEvent], in log: SupervisedLog, key: String = "set") async throws {
        let act = Act(realm: SupervisedLog.realm, actor: .system("test"), key: key)
        _ = try await log.log.submit(Install(events: events), as: act)
    }

    @Test(
        "what began last and did not end holds, of each scope and rule",
        arguments: [
            ("2025-08-31", []),
            ("2025-09-01", [1]),
            ("2025-10-01", [2]),
            ("2025-11-01", [3]),
            // The third ended; the second is in force again.
            ("2025-12-01", [2]),
        ] as [(Day, [Int])]
    )
    func holding(day: Day, numbers: [Int]) async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await Self.install(
            [
                .set(ParametersSet(number: 1, setting: Self.setting(over: 3, from: "2025-09-01"))),
                .set(ParametersSet(number: 2, setting: Self.setting(over: 4, from: "2025-10-01"))),
                .set(ParametersSet(number: 3, setting: Self.setting(over: 5, from: "2025-11-01"))),
                .ended(ParametersEnded(number: 3, from: "2025-12-01", reason: "试行期满")),
            ],
            in: log
        )
        #expect(try await log.read { try $0.ruleSettings() }.inForce(on: day).map(\.number) == numbers)
    }

    @Test("a threshold the rule does not declare, or outside its limits, and a setting of nothing are refused")
    func unsound() throws {
        #expect(throws: SupervisionError.noSuchNumber(.backfill, "workingDaysOver")) {
            try Self.setting(RuleScope(division: "511602"), .backfill).requireSound()
        }
        #expect(throws: SupervisionError.self) { try Self.setting(over: 31).requireSound() }
        #expect(throws: SupervisionError.nothingSet) {
            try ParameterSetting(scope: RuleScope(division: "511602"), rule: .yellow, from: "2025-09-01", reason: "无")
                .requireSound()
        }
        try Self.setting(over: 30).requireSound()
    }

    /// Accepted on 2025-09-29 with five working days, so due on 2025-10-13 (make-up Saturday, National Day).
    private static func neglected(in log: SupervisedLog) async throws {
        try await log.happen(
            .received("1", on: "2025-09-29", answerDue: "2025-10-11"),
            try .accepted(on: "2025-09-29", .workingDays(5), .workingDays(20)),
            key: "receive"
        )
    }

    @Test("a finding comes when the division's own threshold says so, and cites where the value comes from")
    func cited() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await Self.install([.set(ParametersSet(number: 1, setting: Self.setting(over: 2)))], in: log)
        try await Self.neglected(in: log)
        log.clock.move(to: "2025-10-14")
        try await log.fire()
        #expect(try await log.findings().all.filter { $0.breach.rule == .yellow }.isEmpty)
        log.clock.move(to: "2025-10-15")
        try await log.fire()
        // TIM-RED comes on the same day and takes the yellow card's place.
        let red = try #require(try await log.findings().all.last)
        #expect(red.breach.rule == .red)
        let supervisor = try SupervisionModule.supervisor().adjusted(
            by: try await log.read { try $0.ruleSettings() },
            on: "2025-10-15"
        )
        let yellow = try #require(
            try supervisor.judge(
                Sample.examined(accepted: "2025-09-29", promised: .workingDays(5), prolongations: []),
                Findings(),
                at: Instant("2025-10-14", hour: 23)
            ).watched.first { $0.rule == .yellow }
        )
        #expect(yellow.at == Instant("2025-10-15"))
        let rules = try supervisor.book.rules(for: Sample.item)
        let caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(5))
        let breach = try #require(
            rules.passive(.yellow, about: .decision, in: caseFile)?.breach(at: yellow, in: caseFile)
        )
        #expect(
            rules.citing(breach, in: caseFile).facts.last
                == FindingFact("逾期工作日的设定", "2（区划511602，2025年9月1日起，参数设定第1号）")
        )
        #expect(supervisor.book.version == "supervision@2026-12.2+1")
    }

    @Test("a threshold raised while a case waits moves what is watched, and the old moment finds nothing")
    func replanned() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await Self.neglected(in: log)
        let before = try await log.findings().watched.first { $0.rule == .yellow }?.at
        #expect(before == Instant("2025-10-14"))
        try await Self.install(
            [.set(ParametersSet(number: 1, setting: Self.setting(over: 5, from: "2025-10-13")))],
            in: log
        )
        let supervisor = try SupervisionModule.supervisor()
        let timers = ParameterTimers(log.log, supervisor)
        log.clock.move(to: "2025-10-11")
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 0)
        log.clock.move(to: "2025-10-13")
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 1)
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 0)
        log.clock.move(to: "2025-10-14")
        try await log.fire()
        #expect(try await log.findings().all.filter { $0.breach.rule == .yellow }.isEmpty)
        try await Self.install(
            [.ended(ParametersEnded(number: 1, from: "2025-10-14", reason: "不再试行"))],
            in: log,
            key: "end"
        )
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 1)
        #expect(try await log.findings().all.map(\.breach.rule).contains(.yellow))
    }
}
