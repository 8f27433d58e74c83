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
/// names, else one of our own, and none where no server can be started.
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
        var peerRates: [Double] = []
        var own = Series()
        var beside = Series()
        _ = try await LicensingSteps(house: sqlite, clients: clients).run(seconds: 1)
        for _ in 0..<rounds {
            let peerRate = Double(try peer.run(seconds: seconds)) / seconds
            peerRates.append(peerRate)
            own.take(try await LicensingSteps(house: sqlite, clients: clients).run(seconds: seconds), seconds, peerRate)
            if let postgres {
                beside.take(
                    try await LicensingSteps(house: postgres, clients: clients).run(seconds: seconds),
                    seconds,
                    peerRate
                )
            }
        }
        try figure("peer: one transaction a step, SQLite FULL", clients, peerRates).print()
        try figure("hengjian, SQLite FULL", clients, own).print()
        if postgres != nil { try figure("hengjian, PostgreSQL", clients, beside).print() }
        await sqlite.database.close()
        await postgres?.database.close()
    }

    /// What the rounds of one store showed.
    private struct Series {
        var rates: [Double] = []
        var ratios: [Double] = []
        var milliseconds: [Double] = []

        mutating func take(_ run: LicensingSteps.Run, _ seconds: Double, _ peerRate: Double) {
            let rate = Double(run.steps) / seconds
            rates.append(rate)
            ratios.append(rate / peerRate)
            milliseconds += run.milliseconds
        }
    }

    private func figure(_ who: String, _ clients: Int, _ rates: [Double]) -> Figure {
        Figure(
            who: who,
            clients: clients,
            stepsPerSecond: Figure.rounded(Figure.quantile(0.5, of: rates)),
            rounds: rounds,
            secondsPerRound: seconds,
            load: Figure.load()
        )
    }

    private func figure(_ who: String, _ clients: Int, _ series: Series) -> Figure {
        var figure = figure(who, clients, series.rates)
        figure.ratioToPeer = Figure.rounded(Figure.quantile(0.5, of: series.ratios))
        figure.p50Milliseconds = Figure.rounded(Figure.quantile(0.5, of: series.milliseconds))
        figure.p99Milliseconds = Figure.rounded(Figure.quantile(0.99, of: series.milliseconds))
        return figure
    }

    private func house(in database: any SQLDatabase) async throws -> TestHouse {
        try await Migrator(TestHouse.migrations).migrate(database)
        return try await TestHouse.settled(in: database, randomness: SystemRandomness())
    }

    private func postgresHouse() async -> TestHouse? {
        do {
            let url = ProcessInfo.processInfo.environment["HENGJIAN_BENCH_POSTGRES"] ?? ""
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
