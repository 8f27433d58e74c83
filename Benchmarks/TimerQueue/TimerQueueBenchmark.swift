import Database
import EventLog
import Foundation
import Kernel
import SQLiteDriver
import Supervision
import TestHouse
import TestSupport

/// How long it takes to ask what is due, and to raise it, while many more cases are open and not due.
///
///     TimerQueue [OPEN] [DUE]
///
/// The due ones are real applications that nobody answered; of the open ones only the row of the queue is there.
@main
struct TimerQueueBenchmark {
    private struct Figure: Encodable {
        let benchmark: String
        let open: Int
        let due: Int
        let findings: Int
        let askSeconds: Double
        let raiseSeconds: Double
    }

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let (open, due) = (numbers.first ?? 10_000_000, numbers.dropFirst().first ?? 1_000)
        let folder = try TemporaryFolder()
        let supervisor = try SupervisionModule.supervisor()
        let database = try await SQLiteDatabase.open(path: folder.file("house.sqlite"), mode: .create)
        _ = try await Migrator(TestHouse.migrations + SupervisionModule.migrations).migrate(database)
        let house = try await TestHouse.settled(
            in: database,
            families: SupervisionModule.families,
            projections: SupervisionModule.projections,
            reactors: SupervisionModule.reactors(supervisor)
        )
        for _ in 0..<due { _ = try await house.apply() }
        try await TimerQueueBenchmark.fill(database, open)
        house.clock.set("2026-03-10")
        let now = house.clock.now
        let clock = ContinuousClock()
        let ask = try await clock.measure {
            let found = try await house.log.read(TestHouse.realm) { try $0.dueCases(at: now, after: nil, limit: due) }
            guard found.count == due else { throw Unexpected(found: found.count) }
        }
        var findings = 0
        let timers = DueTimers(house.log, supervisor)
        let raise = try await clock.measure {
            findings = try await timers.fire(TestHouse.realm, now: now).findings
        }
        let figure = Figure(
            benchmark: "timer queue: what is due of what is open, SQLite FULL",
            open: open,
            due: due,
            findings: findings,
            askSeconds: ask / .seconds(1),
            raiseSeconds: raise / .seconds(1)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }

    private struct Unexpected: Error {
        let found: Int
    }

    /// Rows of the queue that come due in a year.
    private static func fill(_ database: any SQLDatabase, _ count: Int) async throws {
        let later = Instant("2027-03-10", hour: 0)
        let slice = 500_000
        for first in stride(from: 0, to: count, by: slice) {
            let last = min(first + slice, count)
            _ = try await database.write { writer in
                try writer.execute(
                    """
                    INSERT INTO supervision_timer (realm, case_id, at)
                      WITH RECURSIVE counted(n) AS (SELECT \(first)
                                                     UNION ALL
                                                    SELECT n + 1 FROM counted WHERE n + 1 < \(last))
                    SELECT \(TestHouse.realm), 'open' || n, \(later.milliseconds) + n FROM counted
                    """
                )
            }
        }
    }
}
