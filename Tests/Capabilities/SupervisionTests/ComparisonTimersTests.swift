import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

@Suite("What stands out when a day is over is recorded")
struct ComparisonTimersTests {
    /// Five acceptances of one officer within five minutes on one day.
    private static func hurriedDay(_ log: SupervisedLog, _ day: Day) async throws {
        for number in 0..<5 {
            let id = CaseFile.ID("01C\(day.ordinal)\(number)")
            log.clock.move(to: day, hour: 9)
            try await log.happen(.received("\(day)-\(number)", on: day, answerDue: day + 5), in: id, key: "r\(id)")
            log.clock.move(to: day, hour: 10)
            try await log.happen(
                .completed("accept", to: "examine"),
                in: id,
                key: "c\(id)",
                by: Actor(kind: .officer, id: "01O1", post: "01P1")
            )
        }
    }

    private static func found(_ log: SupervisedLog) async throws -> [Finding] {
        try await log.read { reading in
            try reading.state(Findings.self, FindingMatter.comparison(Agency.ID(Sample.item.agency)).text).state.all
        }
    }

    @Test(
        "each hurried day is one finding of the agency, whoever asks and however often",
        arguments: StorageEngine.allCases
    )
    func days(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        let supervisor = try SupervisionModule.supervisor()
        let nodes = (0..<2).map { _ in
            ComparisonTimers(log.log, supervisor, StepTableKeeper(log.log, SupervisedLog.realm))
        }
        func fire() async throws -> Int {
            let now = log.clock.now
            return try await withThrowingTaskGroup(of: Int.self) { group in
                for node in nodes { group.addTask { try await node.fire(SupervisedLog.realm, now: now) } }
                return try await group.reduce(0, max)
            }
        }
        try await Self.hurriedDay(log, "2025-10-13")
        #expect(try await fire() == 0, "the day is not over")
        log.clock.move(to: "2025-10-14", hour: 0)
        #expect(try await fire() == 0, "nodes may still write")
        try await Self.hurriedDay(log, "2025-10-14")
        log.clock.move(to: "2025-10-14", hour: 20)
        #expect(try await fire() == 1)
        #expect(try await fire() == 0)
        log.clock.move(to: "2025-10-15", hour: 1)
        #expect(try await fire() == 1)
        let found = try await Self.found(log)
        #expect(found.map(\.breach.rule) == [.bulk, .bulk])
        #expect(found.map(\.breach.occurrence) == [1, 2])
        #expect(
            found.map(\.breach.comparison?.key) == ["2025-10-13/受理审查/2025-10-13-0", "2025-10-14/受理审查/2025-10-14-0"]
        )
        #expect(found.allSatisfy { $0.breach.subject == .person("01O1") })
        let rows = try await log.read { try $0.openFindings(OpenFindings(agency: Sample.item.agency), limit: 9) }
        #expect(rows.filter { $0.matter == .comparison(Agency.ID(Sample.item.agency)) }.count == 2)
    }

    @Test("a node that comes weeks later records what a daily one does")
    func late() async throws {
        let daily = try await SupervisedLog(on: .sqlite)
        let late = try await SupervisedLog(on: .sqlite)
        let supervisor = try SupervisionModule.supervisor()
        let timers = ComparisonTimers(daily.log, supervisor, StepTableKeeper(daily.log, SupervisedLog.realm))
        for day in ["2025-10-13", "2025-10-15", "2025-11-20"] as [Day] {
            for log in [daily, late] { try await Self.hurriedDay(log, day) }
            daily.clock.move(to: day + 1)
            try await timers.fire(SupervisedLog.realm, now: daily.clock.now)
        }
        late.clock.move(to: "2025-11-25")
        let once = ComparisonTimers(late.log, supervisor, StepTableKeeper(late.log, SupervisedLog.realm))
        #expect(try await once.fire(SupervisedLog.realm, now: late.clock.now) == 3)
        #expect(try await Self.found(daily).map(\.breach) == Self.found(late).map(\.breach))
    }
}
