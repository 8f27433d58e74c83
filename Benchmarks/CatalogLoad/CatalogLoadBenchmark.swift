import Catalog
import Codes
import Cryptography
import Database
import EventLog
import Foundation
import Kernel
import Law
import SQLiteDriver
import Synchronization

/// How long a list of a province's size takes into the catalog, from csv to the last durable row, and how much memory.
///
///     CatalogLoad [ITEMS]
///
/// Reading, checking for what is refused, and every part with its own flush, as `hengjian import items` does it.
@main
struct CatalogLoadBenchmark {
    private struct Figure: Encodable {
        let benchmark = "catalog load: csv into SQLite FULL"
        let items: Int
        let megabytes: Double
        let checkSeconds: Double
        let loadSeconds: Double
        let seconds: Double
        let peakMegabytes: Double
    }

    private struct Unexpected: Error {
        let loaded: Int
    }

    private static let realm = Realm(1)

    static func main() async throws {
        let items = CommandLine.arguments.dropFirst().compactMap { Int($0) }.first ?? 100_000
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "list.csv")
        try write(items, to: file)
        let log = try await log(in: folder)
        let clock = ContinuousClock()
        let began = clock.now
        let list = ItemList(
            Array(try Data(contentsOf: file)),
            format: .csv,
            known: ListKnowledge(try .national(), .none, try CategoryField.shipped())
        )
        let checked = Mutex(began)
        let load = ItemLoad(list, source: "list.csv", isPartial: false, keepingReason: "as listed")
        let report = try await load.run(on: log, in: realm) { part in
            Act(realm: realm, actor: .system("import"), key: "part \(part)")
        } progress: { progress in
            if case .checked = progress { checked.withLock { $0 = clock.now } }
            FileHandle.standardError.write(Data("\(progress)\n".utf8))
        }
        let (ended, read) = (clock.now, checked.withLock { $0 })
        guard report.loaded == items else { throw Unexpected(loaded: report.loaded) }
        let figure = Figure(
            items: items,
            megabytes: Double(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) / 1e6,
            checkSeconds: (read - began) / .seconds(1),
            loadSeconds: (ended - read) / .seconds(1),
            seconds: (ended - began) / .seconds(1),
            peakMegabytes: peakMegabytes()
        )
        print(String(decoding: try JSONEncoder().encode(figure), as: UTF8.self))
    }

    private static func log(in folder: URL) async throws -> EventLog {
        let database = try await SQLiteDatabase.open(path: folder.appending(path: "house.sqlite").path, mode: .create)
        _ = try await Migrator(EventLog.migrations + LawModule.migrations + CatalogModule.migrations).migrate(database)
        let log = EventLog(
            database: database,
            registry: EventRegistry(LawModule.families + CatalogModule.families),
            projections: LawModule.projections + CatalogModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SystemRandomness()),
            clock: SystemClock(),
            randomness: SystemRandomness()
        )
        try await log.create(realm, isDemonstration: true)
        return log
    }

    /// Writes a list whose rows are as long as those of a published one, each power another.
    private static func write(_ items: Int, to file: URL) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var text = "code,name,category,agency,division,levels,bases\n"
        for number in 0..<items {
            let name = "对未按照规定报送第\(number)号经营活动情况的单位和个人的处罚"
            text +=
                "5102\(10_000_000 + number),\(name),2,第\(number / 60)综合行政执法局,511602000000,4,演示条例#\(number % 90 + 1)\n"
            guard text.utf8.count > 1 << 16 || number == items - 1 else { continue }
            try handle.write(contentsOf: Data(text.utf8))
            text = ""
        }
    }

    private static func peakMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }
}
