import Database
import Foundation
import Kernel
import PostgresDriver
import SQLiteDriver
import TestHouse
import TestSupport

/// Durable licensing steps a second against a hand-written program on the same disk in the same minutes.
///
///     DurableSteps [SECONDS [ROUNDS]]
///
/// Peer and log take turns, round by round. PostgreSQL stands beside them: the server that `HENGJIAN_BENCH_POSTGRES`
/// names, else one of our own; none where no server can be started, or where it is `none`.
@main
struct DurableStepsBenchmark {
    let seconds: Double
    let rounds: Int

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap(Double.init)
        let benchmark = DurableStepsBenchmark(
            seconds: numbers.first ?? 3,
            rounds: numbers.dropFirst().first.map { Int($0) } ?? 5
        )
        for clients in [1, 16] { try await benchmark.compare(clients: clients) }
    }

    private func compare(clients: Int) async throws {
        let folder = try TemporaryFolder()
        let peer = RawSQLiteSteps(path: folder.file("peer.sqlite"), clients: clients)
        let sqlite = try await house(in: SQLiteDatabase.open(path: folder.file("house.sqlite"), mode: .create))
        let postgres = await postgresHouse()
        var (peers, own, beside) = (Series(), Series(), Series())
        _ = try await LicensingSteps(house: sqlite, clients: clients).run(seconds: 1)
        for _ in 0..<rounds {
            let rate = try await peers.take(seconds) { LicensingSteps.Run(steps: try peer.run(seconds: seconds)) }
            try await own.take(seconds, peer: rate) {
                try await LicensingSteps(house: sqlite, clients: clients).run(seconds: seconds)
            }
            guard let postgres else { continue }
            try await beside.take(seconds, peer: rate) {
                try await LicensingSteps(house: postgres, clients: clients).run(seconds: seconds)
            }
        }
        try figure("peer: one transaction a step, SQLite FULL", clients, peers).print()
        try figure("hengjian, SQLite FULL", clients, own).print()
        if postgres != nil { try figure("hengjian, PostgreSQL", clients, beside).print() }
        await sqlite.database.close()
        await postgres?.database.close()
    }

    private func figure(_ who: String, _ clients: Int, _ series: Series) -> Figure {
        var figure = Figure(
            who: who,
            clients: clients,
            stepsPerSecond: Figure.rounded(Figure.quantile(0.5, of: series.rates)),
            cpuMicroseconds: Figure.rounded(series.cpuSeconds * 1_000_000 / Double(max(series.steps, 1))),
            rounds: rounds,
            secondsPerRound: seconds,
            load: Figure.load()
        )
        guard !series.ratios.isEmpty else { return figure }
        figure.ratioToPeer = Figure.rounded(Figure.quantile(0.5, of: series.ratios))
        figure.leastRatioToPeer = series.ratios.min().map(Figure.rounded)
        figure.p50Milliseconds = Figure.rounded(Figure.quantile(0.5, of: series.milliseconds))
        figure.p99Milliseconds = Figure.rounded(Figure.quantile(0.99, of: series.milliseconds))
        return figure
    }

    private func house(in database: any SQLDatabase) async throws -> TestHouse {
        try await Migrator(TestHouse.migrations).migrate(database)
        let house = try await TestHouse.settled(in: database, randomness: SystemRandomness())
        house.clock.run()
        return house
    }

    private func postgresHouse() async -> TestHouse? {
        do {
            let url = ProcessInfo.processInfo.environment["HENGJIAN_BENCH_POSTGRES"] ?? ""
            guard url != "none" else { return nil }
            let settings =
                url.isEmpty
                ? try await StorageEngine.freshSchema()
                : PostgresSettings(url: url, schema: "bench_\(UUID().uuidString.lowercased())")
            return try await house(in: PostgresDatabase.open(settings))
        } catch {
            FileHandle.standardError.write(Data("no PostgreSQL: \(error)\n".utf8))
            return nil
        }
    }
}
