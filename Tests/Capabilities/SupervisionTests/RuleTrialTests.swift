import DecisionTables
import EventLog
import Kernel
import Processes
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

@Suite("Drafts of rules held against history")
struct RuleTrialTests {
    private static let days: ClosedRange<Day> = "2025-09-01"..."2025-10-20"

    private static func rule(_ bound: Int = 1) throws -> WrittenRule {
        let code = try #require(RuleCode(rawValue: "LOC-STEPS"))
        return WrittenRule(
            code: code,
            title: "已办环节",
            division: "511602",
            dimension: .conduct,
            level: .warning,
            reach: .act,
            message: "办理了环节",
            article: "区监察办法第三条",
            table: WrittenRule.table(code, [.stepsDone], [.init(when: [">= \(bound)"], then: ["true"])])
        )
    }

    /// Lets facts about written rules happen without asking whether they may.
    private struct Install: Command {
        static let name = "InstallRuleTrial"
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

    private static func install(_ events: [WrittenRuleEvent], _ key: String, in log: SupervisedLog) async throws {
        let act = Act(realm: SupervisedLog.realm, actor: .system("test"), key: key)
        _ = try await log.log.submit(Install(events: events), as: act)
    }

    private static func begin(in log: SupervisedLog, _ key: String) async throws {
        let begun = WrittenRuleTrialBegun(
            code: try rule().code,
            number: 1,
            from: days.lowerBound,
            through: days.upperBound
        )
        try await install([.trialBegun(begun)], key, in: log)
    }

    private static func draft(in log: SupervisedLog) async throws -> WrittenRules.Version {
        try #require(try await log.read { try $0.writtenRules().all.first })
    }

    /// More cases than are judged in one reading; in each one step is done.
    private static func history(_ cases: Int, on engine: StorageEngine) async throws -> SupervisedLog {
        let log = try await SupervisedLog(on: engine)
        for number in 1...cases {
            try await log.happen(
                .received("\(number)", on: "2025-09-29", answerDue: "2025-10-11"),
                .completed("accept", to: "examine"),
                in: CaseFile.ID("01C\(number)"),
                key: "\(number)"
            )
        }
        try await install([.drafted(.init(number: 1, rule: try rule()))], "draft", in: log)
        return log
    }

    @Test(
        "a trial finds what judging the whole history finds, up to where it was asked for, and keeps it with the draft",
        arguments: StorageEngine.allCases
    )
    func kept(engine: StorageEngine) async throws {
        let cases = RuleTrials.page + 3
        let log = try await Self.history(cases, on: engine)
        let rule = try Self.rule()
        let whole = try await log.read { reading in
            try reading.backTest(
                try SupervisionModule.supervisor(),
                try reading.ruleSettings(),
                try reading.writtenRules().trying(rule),
                in: Self.days
            )
        }
        let expected = whole.found.filter { $0.finding.breach.rule == rule.code }
        #expect(expected.count == cases)
        try await Self.begin(in: log, "begin")
        let before = try #require(try await Self.draft(in: log).trying?.before)
        // What happens afterwards is not part of it.
        try await log.happen(.completed("examine", to: "decide"), in: "01C1", key: "later")
        let trials = RuleTrials(log.log, SupervisedLog.realm, try SupervisionModule.supervisor())
        try await trials.turn()
        let version = try await Self.draft(in: log)
        #expect(version.trying == nil)
        let trial = try #require(version.trial)
        #expect((trial.cases, trial.found, trial.before) == (cases, cases, before))
        #expect(trial.tally?.agencies.map(\.count) == [cases])
        #expect(trial.tally?.months == [.init(key: "2025-09", count: cases)])
        #expect(trial.tally?.latest.count == 20)
        #expect(trial.tally?.latest.first?.caseNumber == expected.last?.caseNumber)
    }

    @Test("a trial that a stop of the program cut off is begun anew; one that was stopped leaves nothing")
    func interrupted() async throws {
        let log = try await Self.history(3, on: .sqlite)
        let code = try Self.rule().code
        let supervisor = try SupervisionModule.supervisor()
        try await Self.begin(in: log, "first")
        let cut = Task { try await RuleTrials(log.log, SupervisedLog.realm, supervisor).turn() }
        cut.cancel()
        _ = try? await cut.value
        let asked = try await log.read { try $0.writtenRules() }
        #expect(throws: SupervisionError.trialUnderWay(code)) { try asked.trying(code, 1, in: Self.days) }
        // After the start nothing is known of the first attempt but that it was asked for.
        try await RuleTrials(log.log, SupervisedLog.realm, supervisor).turn()
        #expect(try await Self.draft(in: log).trial?.found == 3)

        try await Self.begin(in: log, "second")
        let second = try #require(try await Self.draft(in: log).trying)
        let ended = WrittenRuleTrialEnded(code: code, number: 1, reason: .stopped)
        try await Self.install([.trialEnded(ended)], "stop", in: log)
        try await RuleTrials(log.log, SupervisedLog.realm, supervisor).turn()
        let stopped = try await Self.draft(in: log)
        #expect(stopped.trialEnded == .stopped)
        #expect(stopped.trial?.before ?? 0 < second.before)

        // A draft that was rewritten is no longer what was tried, and must be tried again.
        try await Self.begin(in: log, "third")
        let third = try #require(try await Self.draft(in: log).trying)
        try await Self.install([.drafted(.init(number: 1, rule: try Self.rule(2)))], "rewrite", in: log)
        let late = RecordRuleTrial(trial: third, result: stopped.trial)
        await #expect(throws: SupervisionError.noTrial(code)) {
            let act = Act(realm: SupervisedLog.realm, actor: .system("test"), key: "late")
            _ = try await log.log.submit(late, as: act)
        }
        #expect(try await Self.draft(in: log).trial == nil)
    }
}
