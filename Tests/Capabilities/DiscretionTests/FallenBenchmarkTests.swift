import Cryptography
import Database
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@testable import Discretion

@Suite("A benchmark that lost what it rests on")
struct FallenBenchmarkTests {
    private static let realm = Realm(1)

    private static func law(_ day: Day, _ articles: [Int: String]) -> StatuteVersion {
        StatuteVersion(
            title: "风筝法",
            level: .law,
            enactments: [],
            inForceFrom: day,
            articles: articles.sorted { $0.key < $1.key }.map {
                Article(number: $0.key, paragraphs: [Paragraph($0.value)])
            }
        )
    }

    private static func log(on engine: StorageEngine) async throws -> EventLog {
        let log = EventLog(
            database: try await engine.open(
                EventLog.migrations + LawModule.migrations + DiscretionModule.migrations
            ),
            registry: EventRegistry(LawModule.families + DiscretionModule.families),
            projections: LawModule.projections + DiscretionModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant("2026-11-22", hour: 9)),
            randomness: SeededRandomness(seed: 7)
        )
        try await log.create(realm, isDemonstration: true)
        return log
    }

    private func publish(_ log: EventLog, from day: Day) async throws {
        let item = "1IKITE"
        func act(_ officer: String, _ step: String) -> Act {
            Act(realm: Self.realm, actor: Actor(kind: .officer, id: officer), key: "\(step) \(day)")
        }
        let content = DiscretionBenchmark(
            issuedAs: "《风筝裁量权基准》（\(day)）",
            situations: KiteBenchmark.benchmark().situations
        )
        let draft = DraftBenchmark(item: item, content: content, reason: "法律修改")
        _ = try await log.submit(draft, as: act("A", "draft"))
        _ = try await log.submit(SubmitBenchmark(item: item), as: act("A", "submit"))
        _ = try await log.submit(ConfirmBenchmark(item: item), as: act("B", "confirm"))
        _ = try await log.submit(PublishBenchmark(item: item, inForceFrom: day), as: act("C", "publish"))
    }

    @Test(
        "the agency has it until a further version is handed in, then the legal office, until that is public",
        arguments: StorageEngine.allCases
    )
    func tasks(on engine: StorageEngine) async throws {
        let log = try await Self.log(on: engine)
        func tasks(on day: Day = "2026-11-22") async throws -> [BenchmarkTask] {
            try await log.read(Self.realm) { try $0.benchmarkTasks(on: day) }
        }
        func submit(_ command: some Command, by officer: String, _ key: String) async throws {
            let act = Act(realm: Self.realm, actor: Actor(kind: .officer, id: officer), key: key)
            _ = try await log.submit(command, as: act)
        }
        let articles = [3: "放飞风筝应当申请许可。", 30: "未经许可放飞风筝的，处一千元以上一万元以下的罚款。"]
        try await take(log, Self.law("2020-01-01", articles), "old")
        try await publish(log, from: "2026-12-01")
        #expect(try await tasks().isEmpty)
        try await take(log, Self.law("2027-03-01", [3: "放飞风筝应当备案。"]), "gone")
        func task(_ side: BenchmarkTask.Side) -> BenchmarkTask {
            BenchmarkTask(item: "1IKITE", issuedAs: "《风筝裁量权基准》（2026-12-01）", side: side, since: "2026-11-22")
        }
        #expect(try await tasks() == [task(.agency)], "before the change comes, the days run already")
        #expect(try await tasks(on: "2026-11-21").isEmpty, "the library had not heard of it")
        let next = DiscretionBenchmark(issuedAs: "《风筝裁量权基准》（新）", situations: KiteBenchmark.benchmark().situations)
        try await submit(DraftBenchmark(item: "1IKITE", content: next, reason: "法律修改"), by: "A", "draft next")
        #expect(try await tasks() == [task(.agency)], "writing stops no clock")
        try await submit(SubmitBenchmark(item: "1IKITE"), by: "A", "submit next")
        #expect(try await tasks() == [task(.office)])
        try await submit(ReturnBenchmark(item: "1IKITE", reason: "请写明依据"), by: "B", "return next")
        #expect(try await tasks() == [task(.agency)])
        try await submit(SubmitBenchmark(item: "1IKITE"), by: "A", "submit again")
        try await submit(ConfirmBenchmark(item: "1IKITE"), by: "B", "confirm next")
        #expect(try await tasks() == [task(.office)], "it is not public yet")
        try await submit(PublishBenchmark(item: "1IKITE", inForceFrom: "2027-04-01"), by: "C", "publish next")
        #expect(try await tasks().isEmpty, "from then on it is known what follows")
    }

    private func take(_ log: EventLog, _ version: StatuteVersion, _ key: String) async throws {
        let act = Act(realm: Self.realm, actor: .system("test"), key: key)
        _ = try await log.submit(ImportStatute(version, source: "测试"), as: act)
    }

    @Test(
        "it stands among the fallen from the day its article is gone until a version made under the new law begins",
        arguments: StorageEngine.allCases
    )
    func fall(on engine: StorageEngine) async throws {
        let log = try await Self.log(on: engine)
        let articles = [3: "放飞风筝应当申请许可。", 30: "未经许可放飞风筝的，处一千元以上一万元以下的罚款。"]
        try await take(log, Self.law("2020-01-01", articles), "old")
        try await publish(log, from: "2026-12-01")
        try await take(log, Self.law("2027-01-01", articles.merging([3: "放飞风筝应当备案。"]) { $1 }), "elsewhere")
        let elsewhere = LegalChange("风筝法", .version(2))
        #expect(try await log.read(Self.realm) { try $0.benchmarks(fallingBy: elsewhere, on: "2026-11-22") }.isEmpty)
        try await take(log, Self.law("2027-03-01", [3: "放飞风筝应当备案。"]), "gone")
        let gone = LegalChange("风筝法", .version(3))
        let known = try await log.read(Self.realm) { try $0.benchmarks(fallingBy: gone, on: "2026-11-22") }
        #expect(known.map(\.fallenFrom) == ["2027-03-01"], "it is known before it comes")
        #expect(known.map(\.knownOn) == ["2026-11-22"])
        try await publish(log, from: "2027-04-01")
        for (day, count) in [
            ("2027-02-28", 0), ("2027-03-01", 1), ("2027-03-31", 1), ("2027-04-01", 0),
        ] as [(Day, Int)] {
            let fallen = try await log.read(Self.realm) { try $0.fallenBenchmarks(on: day, limit: 10) }
            #expect(fallen.count == count, "\(day)")
            let behind = try await log.read(Self.realm) {
                try $0.fallenBenchmarks(on: day, after: ("1IKITE", gone.text), limit: 10)
            }
            #expect(behind.isEmpty)
        }
        #expect(try await log.rebuild(Self.realm, keeping: false).allSatisfy(\.isEqual))
    }
}
