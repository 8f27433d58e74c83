import Database
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing
import TimeLimits

@testable import Casework

@Suite("How long cases really took")
struct ItemDurationsTests {
    @Test(
        "half and nine tenths of the cases; too few say nothing",
        arguments: [
            (lengths: [3: 5, 8: 4, 20: 1], fewest: 5, median: 3, ninth: 8),
            (lengths: [3: 5, 8: 3, 20: 2], fewest: 5, median: 3, ninth: 20),
            (lengths: [7: 1], fewest: 1, median: 7, ninth: 7),
            (lengths: [0: 2, 1: 2], fewest: 1, median: 0, ninth: 1),
            (lengths: [3: 4], fewest: 5, median: nil, ninth: nil),
            (lengths: [:], fewest: 0, median: nil, ninth: nil),
        ] as [(lengths: [Int: Int], fewest: Int, median: Int?, ninth: Int?)]
    )
    func spread(lengths: [Int: Int], fewest: Int, median: Int?, ninth: Int?) {
        let durations = ItemDurations(lengths, beyondPromise: 0, fewest: fewest)
        #expect(durations.spread?.median == median)
        #expect(durations.spread?.ninth == ninth)
        #expect(durations.cases == lengths.values.reduce(0, +))
    }

    @Test("only decisions of the last days count; broken promises are told", arguments: StorageEngine.allCases)
    func window(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let calendar = try NationalCalendar.load()
        let days: [(accepted: Day, decided: Day, promised: Day)] = [
            // Outside the last ninety days by one day, just inside, and after the promise.
            ("2026-01-05", "2026-01-20", "2026-02-02"), ("2026-01-06", "2026-01-21", "2026-02-03"),
            ("2026-03-02", "2026-03-30", "2026-03-23"),
        ]
        let rules = ItemDurations.Rules(version: "test", days: 90, fewestCases: 2)
        try await house.database.write { writer in
            for (index, day) in days.enumerated() {
                try writer.execute(
                    """
                    INSERT INTO case_file
                           (realm, id, number, query_digest, item_code, item_version, item_name, agency, party, stage,
                            received_on, accepted_on, promised_due, decided_on, last_act_at, received_position)
                    VALUES (\(TestHouse.realm), \("1C\(index)"), \("N\(index)"), 'digest', 'X', 1, 'X', 'X', 'X',
                            'decided', \(day.accepted), \(day.accepted), \(day.promised), \(day.decided), 0, 0)
                    """
                )
            }
        }
        let durations = try await house.log.read(TestHouse.realm) {
            try $0.durations(ofItem: "X", through: "2026-04-20", rules, in: calendar)
        }
        #expect(durations.cases == 2)
        #expect(durations.beyondPromise == 1)
        #expect(durations.spread?.ninth == 20, "2 to 30 March are twenty working days")
        let other = try await house.log.read(TestHouse.realm) {
            try $0.durations(ofItem: "Y", through: "2026-04-20", rules, in: calendar)
        }
        #expect(other.spread == nil)
    }
}
