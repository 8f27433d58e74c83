import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

@Suite("A history judged again")
struct BackTestTests {
    /// Two cases of the same item: one decided in time, one that nobody decides.
    private static func history() async throws -> SupervisedLog {
        let log = try await SupervisedLog(on: .sqlite)
        for (id, number) in [("01C1", "1"), ("01C2", "2")] as [(CaseFile.ID, String)] {
            try await log.happen(
                .received(number, on: "2025-09-29", answerDue: "2025-10-11"),
                try .accepted(on: "2025-09-29", .workingDays(5), .workingDays(20)),
                in: id,
                key: "receive \(number)"
            )
        }
        log.clock.move(to: "2025-10-10")
        try await log.happen(.decided(Sample.granted(on: "2025-10-10")), key: "decide")
        for day in ["2025-10-11", "2025-10-13", "2025-10-14", "2025-10-15", "2025-10-20"] as [Day] {
            log.clock.move(to: day)
            try await log.fire()
        }
        return log
    }

    private static func backTest(
        _ log: SupervisedLog,
        _ supervisor: Supervisor? = nil,
        in days: ClosedRange<Day> = "2025-09-01"..."2025-10-20"
    ) async throws -> BackTest {
        let supervisor = try supervisor ?? SupervisionModule.supervisor()
        return try await log.read {
            try $0.backTest(supervisor, try $0.ruleSettings(), try $0.writtenRules(), in: days)
        }
    }

    @Test("under the rules in force it gives the findings that were recorded, in every field, each time the same")
    func same() async throws {
        let log = try await Self.history()
        let result = try await Self.backTest(log)
        let first = try await log.findings("01C1").all
        let second = try await log.findings("01C2").all
        #expect(!second.isEmpty)
        let expected = (first + second).map(\.breach)
        #expect(Set(result.found.map(\.finding.breach)) == Set(expected))
        #expect(result.found.count == expected.count)
        #expect(
            result.found.map(\.finding.status.name).count { $0 == .released }
                == (first + second).count { $0.status.name == .released }
        )
        #expect(try await Self.backTest(log).found == result.found)
        #expect(result.cases == 2)
        #expect(result.failing.isEmpty)
    }

    @Test("under other thresholds it gives other findings, and only of the days asked for")
    func other() async throws {
        let log = try await Self.history()
        let text =
            #"{"version":"t","rules":{"TIM-YELLOW":{"numbers":{"workingDaysOver":3}},"TIM-RED":{"numbers":{"workingDaysOver":5}}}}"#
        let supervisor = Supervisor(try RuleBook(RuleParameters(json: Array(text.utf8))), try Sample.calendar())
        let yellow = { (result: BackTest) in
            result.found.filter { $0.finding.breach.rule == .yellow }.map(\.finding.breach.since.day)
        }
        #expect(yellow(try await Self.backTest(log)) == ["2025-10-14"])
        #expect(yellow(try await Self.backTest(log, supervisor)) == ["2025-10-16"])
        #expect(yellow(try await Self.backTest(log, supervisor, in: "2025-09-01"..."2025-10-13")).isEmpty)
    }

    @Test("the table of steps grows with the log, and one pass finds what is late or out of order")
    func steps() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        let keeper = StepTableKeeper(log.log, SupervisedLog.realm)
        try await log.happen(.received("1", on: "2025-09-29", answerDue: "2025-10-11"), key: "receive")
        #expect(try await keeper.table().count == 0)
        log.clock.move(to: "2025-10-09")
        try await log.happen(.completed("accept", to: "examine"), key: "accept")
        let table = try await keeper.table()
        #expect(table.count == 1)
        #expect(table[0].caseNumber == "1")
        #expect(table[0].done - table[0].entered == 10 * 86_400)
        #expect(table.places[table[0].place].stepName == "受理审查")

        var made = StepTable()
        let place = { (step: Int, limit: Int?) in
            StepTable.Place(
                item: "i",
                itemName: "",
                agency: "a",
                agencyName: "",
                step: "\(step)",
                stepName: "",
                limit: limit,
                ordinal: step
            )
        }
        // Days since 1970-01-05, a Monday; seven days a week are worked here.
        for (number, step, entered, done, limit) in [
            ("x", 0, 4, 4, 1), ("y", 0, 4, 4, 1), ("x", 1, 4, 6, 2), ("y", 2, 4, 5, 9), ("x", 2, 6, 10, 3),
            ("y", 3, 5, 99, 1),
        ] as [(String, Int, Int, Int, Int?)] {
            made.append(number, place(step, limit), entered: entered * 86_400, done: done * 86_400)
        }
        let check = made.check((1...20).map { Int32($0) }, from: 4)
        #expect(
            check.faults == [
                StepTable.Check.Fault(row: 3, isLate: false, isOutOfOrder: true),
                StepTable.Check.Fault(row: 4, isLate: true, isOutOfOrder: false),
            ]
        )
        #expect((check.late, check.outOfOrder) == (1, 1))
        #expect(check.byPlace.reduce(0, +) == 2)

        // Entered at eleven in the evening and done at one at night: a day more here, the same day in Greenwich.
        var night = StepTable()
        let evening = Int(Instant("1970-01-05", hour: 23).milliseconds / 1_000)
        night.append("x", place(0, 0), entered: evening, done: evening + 7_200)
        #expect(night.check((1...20).map { Int32($0) }, from: 4).late == 1)
    }

    @Test("nobody of a province is taken for another, however many its posts and officers are")
    func people() {
        var table = StepTable()
        let place = StepTable.Place(
            item: "i",
            itemName: "",
            agency: "",
            agencyName: "",
            step: "s",
            stepName: "",
            limit: nil
        )
        for number in 0..<70_000 {
            table.append("x", place, entered: 0, done: 0, post: "p\(number % 10)", officer: "o\(number)")
        }
        #expect(
            [65_000, 65_535, 69_999].allSatisfy { table[$0].officer == "o\($0)" && table[$0].post == "p\($0 % 10)" }
        )
    }
}
