import DecisionTables
import EventLog
import Kernel
import Processes
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Rules that supervisors write without code")
struct WrittenRuleTests {
    private static func rule(
        _ code: String = "LOC-NIGHT",
        _ facts: [CaseFact] = [.hour],
        _ rows: [[String]] = [["< 6"]],
        answers: [String] = [],
        division: String = "511602",
        reach: WrittenRule.Reach = .act
    ) throws -> WrittenRule {
        let code = try #require(RuleCode(rawValue: code))
        return WrittenRule(
            code: code,
            title: "夜间办理环节",
            division: division,
            dimension: .conduct,
            level: .yellowCard,
            reach: reach,
            message: "在夜间录入办理",
            article: "区监察办法第三条",
            table: WrittenRule.table(
                code,
                facts,
                rows.enumerated().map { row, cells in
                    .init(when: cells, then: [answers.indices.contains(row) ? answers[row] : "true"])
                }
            )
        )
    }

    private static let moment = Instant("2025-10-13", hour: 3)

    private static func act(_ kind: StepKind? = .examine, entered: Instant? = nil) -> SupervisedAct {
        SupervisedAct(
            version: 4,
            name: "环节“审查”",
            occurred: Occurrence(at: moment, precision: .instant, origin: .stated),
            recordedAt: moment,
            step: kind.map {
                SupervisedAct.StepDone(id: "examine", entered: entered, officers: ["1O1", "1O2"], kind: $0)
            }
        )
    }

    @Test(
        "the table is asked from the top, and what no row speaks of is no finding",
        arguments: [
            ([.hour], [["< 6"]], [], true), ([.hour], [["> 6"]], [], false),
            // Of what is not known nothing follows.
            ([.fine], [[">= 0"]], [], false), ([.workingDaysSinceAcceptance], [[">= 0"]], [], true),
            ([.stepKind], [["\"审查\", \"决定\""]], [], true), ([.stepKind], [["not(\"审查\")"]], [], false),
            ([.stepMinutes, .officers], [["< 31", "2"]], [], true), ([.stepMinutes], [["< 30"]], [], false),
            ([.hour, .item], [["-", "\"510105001000\""], ["< 6", "-"]], ["false", "true"], false),
            ([.hour, .item], [["-", "\"510105002000\""], ["< 6", "-"]], ["false", "true"], true),
            ([.isWorkingDay, .daysSinceReceipt], [["true", "[14..14]"]], [], true),
            ([.corrections, .decision], [["0", "-"]], [], true), ([.daysToPromise], [["0"]], [], true),
            ([.isClosed], [["true"]], [], false), ([.category], [["\"01\""]], [], true),
        ] as [([CaseFact], [[String]], [String], Bool)]
    )
    func table(facts: [CaseFact], rows: [[String]], answers: [String], isFound: Bool) throws {
        var caseFile = Sample.examined(accepted: "2025-09-29", promised: .workingDays(5))
        caseFile.receivedOn = "2025-09-29"
        caseFile.acceptedOn = "2025-09-29"
        caseFile.act = Self.act(entered: Self.moment - .seconds(30 * 60))
        let rule = try Self.rule("LOC-NIGHT", facts, rows, answers: answers)
        #expect(rule.table.check().isEmpty)
        let supervisor = try SupervisionModule.supervisor().applying(WrittenRules().trying(rule), at: Self.moment)
        let raised = try supervisor.judge(caseFile, Findings(), at: Self.moment).raised.filter { $0.rule == rule.code }
        #expect(raised.count == (isFound ? 1 : 0))
        guard isFound, let breach = raised.first else { return }
        #expect(breach.subject == .act(4))
        #expect(breach.level == .yellowCard)
        #expect(breach.article == "区监察办法第三条")
        #expect(breach.facts.map(\.label) == facts.map(\.chinese) + ["规则版本"])
    }

    @Test("a rule finds nothing in cases of another division, and a rule about the case finds it once")
    func reach() throws {
        var caseFile = Sample.caseFile
        caseFile.act = Self.act()
        let found = { (rule: WrittenRule, findings: Findings) in
            try SupervisionModule.supervisor().applying(WrittenRules().trying(rule), at: Self.moment)
                .judge(caseFile, findings, at: Self.moment).raised.filter { $0.rule == rule.code }
        }
        #expect(try found(Self.rule(division: "511623"), Findings()).isEmpty)
        let once = try found(Self.rule(division: "5116", reach: .dossier), Findings())
        #expect(once.map(\.subject) == [.dossier])
        var findings = Findings()
        var outcome = Supervisor.Outcome()
        outcome.raised = once
        findings.take(outcome, at: Self.moment)
        caseFile.act = nil
        #expect(try found(Self.rule(reach: .dossier), findings).isEmpty)
    }

    @Test(
        "a rule of a name, fact or conclusion that is not its own is refused",
        arguments: ["TIM-RED", "LOC-", "LOC-a", "LOC-夜间", "loc-NIGHT"]
    )
    func unsound(name: String) throws {
        #expect(RuleCode(rawValue: name).map { !$0.isWritten } ?? true)
        let good = try Self.rule()
        try good.requireSound()
        let foreign = DecisionTable(
            id: "x",
            name: "x",
            hitPolicy: .first,
            inputs: [.init(name: "hour", label: "几点", type: .number)],
            outputs: [WrittenRule.output],
            rules: good.table.rules
        )
        #expect(throws: SupervisionError.foreignFact("几点")) {
            try WrittenRule(
                code: good.code,
                title: good.title,
                division: good.division,
                dimension: .time,
                level: .warning,
                reach: .act,
                message: good.message,
                article: good.article,
                table: foreign
            ).requireSound()
        }
    }

    @Test("a draft is tried, runs in the shadow, and goes live by another supervisor; a new version takes its place")
    func stages() throws {
        var rules = WrittenRules()
        let (first, second) = (Actor(kind: .officer, id: "1O1"), Actor(kind: .officer, id: "1O2"))
        var now = Self.moment
        func take(_ event: WrittenRuleEvent, by actor: Actor) {
            now = now + .seconds(60)
            rules.evolve(event, Sample.envelope(WrittenRules.stream(WrittenRules.key), at: now, by: actor))
        }
        let rule = try Self.rule()
        take(try rules.drafting(rule), by: first)
        #expect(throws: SupervisionError.notTried(rule.code)) { try rules.shadowing(rule.code, 1, "先试") }
        take(
            .tried(.init(code: rule.code, number: 1, from: "2024-10-14", through: "2025-10-13", cases: 9, found: 2)),
            by: first
        )
        // What was changed since must be tried again.
        take(try rules.drafting(try Self.rule("LOC-NIGHT", [.hour], [["< 5"]])), by: first)
        #expect(throws: SupervisionError.notTried(rule.code)) { try rules.shadowing(rule.code, 1, "先试") }
        take(
            .tried(.init(code: rule.code, number: 1, from: "2024-10-14", through: "2025-10-13", cases: 9, found: 1)),
            by: first
        )
        #expect(throws: SupervisionError.wrongRuleStage(.draft)) {
            try rules.enacting(rule.code, 1, "可行", by: second)
        }
        take(try rules.shadowing(rule.code, 1, "先试"), by: first)
        let inShadow = now
        #expect(throws: SupervisionError.sameAuthor) { try rules.enacting(rule.code, 1, "可行", by: first) }
        take(try rules.enacting(rule.code, 1, "可行", by: second), by: second)
        take(try rules.drafting(rule), by: second)
        take(
            .tried(.init(code: rule.code, number: 2, from: "2024-10-14", through: "2025-10-13", cases: 9, found: 2)),
            by: second
        )
        take(try rules.shadowing(rule.code, 2, "再试"), by: second)
        // Both run until the new one takes the place of the old one.
        #expect(rules.versions(in: .live, at: now).map(\.number) == [1])
        #expect(rules.versions(in: .shadow, at: now).map(\.number) == [2])
        take(try rules.enacting(rule.code, 2, "可行", by: first), by: first)
        #expect(rules.all.map(\.stage) == [.ended, .live])
        #expect(rules.versions(in: .shadow, at: inShadow).map(\.number) == [1])
        take(try rules.ending(rule.code, 2, "不再需要"), by: first)
        #expect(throws: SupervisionError.wrongRuleStage(.ended)) { try rules.ending(rule.code, 2, "不再需要") }
    }

    /// Lets events of a stream happen.
    private struct Install: Command {
        static let name = "InstallWrittenRules"
        let events: [WrittenRuleEvent]

        func run(in session: CommandSession) throws -> Int {
            for event in events { try session.append(event, to: WrittenRules.self, WrittenRules.key) }
            return events.count
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(events.count)
        }
    }

    @Test(
        "in the shadow a rule is recorded beside the case and raises nothing; live it raises",
        arguments: StorageEngine.allCases
    )
    func recorded(engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        let rule = try Self.rule("LOC-STEPS", [.stepsDone], [[">= 1"]])
        let moved = WrittenRuleMoved(code: rule.code, number: 1, reason: "试运行")
        let install = { (events: [WrittenRuleEvent], key: String) in
            let act = Act(realm: SupervisedLog.realm, actor: .system("test"), key: key)
            _ = try await log.log.submit(Install(events: events), as: act)
        }
        try await install([.drafted(.init(number: 1, rule: rule)), .shadowed(moved)], "shadow")
        try await log.happen(.received("1", on: "2025-09-29", answerDue: "2025-10-11"), key: "receive")
        try await log.happen(.completed("accept", to: "examine"), key: "accept")
        #expect(try await log.findings().all.filter { $0.breach.rule == rule.code }.isEmpty)
        let found = try await log.read { try $0.shadowFindings(of: rule.code, 1, limit: 10) }
        #expect(found.map(\.caseNumber) == ["1"])
        #expect(found.first?.message == "在夜间录入办理")
        #expect(try await log.read { try $0.shadowCounts(of: rule.code, 1).map(\.count) } == [1])
        log.clock.move(to: "2025-09-30")
        try await install([.enacted(moved)], "enact")
        try await log.happen(.completed("examine", to: "decide"), key: "examine")
        let raised = try await log.findings().all.filter { $0.breach.rule == rule.code }
        #expect(raised.count == 1)
        #expect(raised.first?.breach.since.day == "2025-09-30")
        #expect(try await log.read { try $0.shadowFindings(of: rule.code, 1, limit: 10) }.count == 1)
        // Judged again, history gives the same: in the shadow nothing, live one.
        let again = try await log.read { reading in
            try reading.backTest(
                try SupervisionModule.supervisor(),
                try reading.ruleSettings(),
                try reading.writtenRules(),
                in: "2025-09-01"..."2025-10-20"
            )
        }
        #expect(
            again.found.filter { $0.finding.breach.rule == rule.code }.map(\.finding.breach) == raised.map(\.breach)
        )
        // Tried on history as if it had always been live, it finds both.
        let tried = try await log.read { reading in
            try reading.backTest(
                try SupervisionModule.supervisor(),
                try reading.ruleSettings(),
                WrittenRules().trying(rule),
                in: "2025-09-01"..."2025-10-20"
            )
        }
        #expect(tried.found.count { $0.finding.breach.rule == rule.code } == 2)
    }
}
