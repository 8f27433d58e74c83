import Cryptography
import Database
@testable import Discretion
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Versions of a benchmark")
struct BenchmarkVersionTests {
    private static let realm = Realm(1)
    private static let today: Day = "2026-11-22"
    private static let item: Identifier<BenchmarkVersionTests> = "1IKITE"

    /// Reads, inside a command as Casework does, which version is in force.
    private struct Pin: Command {
        static let name = "Pin"
        let day: Day

        func run(in session: CommandSession) throws -> Int? {
            try session.benchmark(for: item, on: day)?.number
        }
    }

    private let log: EventLog

    private init(on engine: StorageEngine) async throws {
        log = EventLog(
            database: try await engine.open(EventLog.migrations),
            registry: EventRegistry(DiscretionModule.families),
            projections: [],
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant(BenchmarkVersionTests.today, hour: 9)),
            randomness: SeededRandomness(seed: 7)
        )
        try await log.create(BenchmarkVersionTests.realm, isDemonstration: true)
    }

    init() async throws {
        try await self.init(on: .sqlite)
    }

    @discardableResult
    private func submit<C: Command>(_ command: C, by officer: String, _ key: String) async throws -> C.Answer {
        let act = Act(realm: Self.realm, actor: Actor(kind: .officer, id: officer), key: key)
        return try await log.submit(command, as: act).answer
    }

    private func publish(_ content: DiscretionBenchmark, from day: Day, _ key: String) async throws {
        let item = Self.item.text
        let draft = DraftBenchmark(item: item, content: content, reason: "定期评估后修订")
        try await submit(draft, by: "A", "draft \(key)")
        try await submit(SubmitBenchmark(item: item), by: "A", "submit \(key)")
        try await submit(ConfirmBenchmark(item: item), by: "B", "confirm \(key)")
        try await submit(PublishBenchmark(item: item, inForceFrom: day), by: "C", "publish \(key)")
    }

    @Test("a case finds the version in force on its day, and every version again", arguments: StorageEngine.allCases)
    func pinned(on engine: StorageEngine) async throws {
        let house = try await BenchmarkVersionTests(on: engine)
        let second = KiteBenchmark.benchmark(grades: [
            KiteBenchmark.grades[3].with(conditions: [[]], measures: KiteBenchmark.share(1, 10))
        ])
        try await house.publish(KiteBenchmark.benchmark(), from: "2026-12-01", "1")
        try await house.publish(second, from: "2027-01-01", "2")
        for (day, number) in [
            ("2026-11-30", nil), ("2026-12-01", 1), ("2026-12-31", 1), ("2027-01-01", 2), ("2030-01-01", 2),
        ] as [(Day, Int?)] {
            #expect(try await house.submit(Pin(day: day), by: "A", "pin \(day)") == number)
        }
        let known = try await house.log.read(Self.realm) { try $0.benchmark(of: Self.item).state }
        #expect(known.versions.map(\.content) == [KiteBenchmark.benchmark(), second])
    }

    @Test("what is not proved is not submitted, and the three who bring it in are different people")
    func stages() async throws {
        let item = Self.item.text
        let broken = KiteBenchmark.benchmark(grades: Array(KiteBenchmark.grades.prefix(3)))
        try await submit(DraftBenchmark(item: item, content: broken), by: "A", "1")
        await #expect(throws: DiscretionError.unproved(broken.faults)) {
            try await submit(SubmitBenchmark(item: item), by: "A", "2")
        }
        try await submit(DraftBenchmark(item: item, content: KiteBenchmark.benchmark()), by: "A", "3")
        await #expect(throws: DiscretionError.wrongStage(expected: "submitted", found: "drafted")) {
            try await submit(ConfirmBenchmark(item: item), by: "B", "4")
        }
        try await submit(SubmitBenchmark(item: item), by: "A", "5")
        await #expect(throws: DiscretionError.samePerson("A")) {
            try await submit(ConfirmBenchmark(item: item), by: "A", "6")
        }
        try await submit(ReturnBenchmark(item: item, reason: "幅度有误"), by: "B", "7")
        try await submit(SubmitBenchmark(item: item), by: "A", "8")
        try await submit(ConfirmBenchmark(item: item), by: "B", "9")
        for (officer, key) in [("A", "10"), ("B", "11")] {
            await #expect(throws: DiscretionError.samePerson(officer)) {
                try await submit(PublishBenchmark(item: item, inForceFrom: Self.today), by: officer, key)
            }
        }
        let yesterday = Self.today - 1
        await #expect(throws: DiscretionError.dayTooEarly(found: yesterday, earliest: Self.today)) {
            try await submit(PublishBenchmark(item: item, inForceFrom: yesterday), by: "C", "12")
        }
        await #expect(throws: DiscretionError.unknownBenchmark(item: "other")) {
            try await submit(SubmitBenchmark(item: "other"), by: "A", "13")
        }
    }
}
