import Foundation
import TestSupport

/// The officers' inbox over a million open cases: how long its pages take, and what the serving program holds.
///
///     Inbox [CASES [PAGES]]
///
/// The program that lies beside this one makes a demonstration and serves it; its open cases are repeated in the tables
/// that list them. The cases on the pages that are asked for have their events too: each line is folded from its log.
@main
struct InboxBenchmark {
    private struct Figure: Encodable {
        let benchmark = "inbox"
        let page: String
        let medianMilliseconds: Double
        let p99Milliseconds: Double
        let openCases: Int
        let megabytes: Double
        let peakMegabytes: Double
        let load: Double
    }

    private enum Failed: Error {
        case status(String, Int)
        case noLine(String)
    }

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let wanted = numbers.first ?? 1_000_000
        let pages = numbers.dropFirst().first ?? 200
        let folder = try TemporaryFolder()
        let database = folder.file("inbox.db")
        try ServedDesk.make(database, log: folder.file("made.log"))
        let cases = try await ManyCases(database: database, wanted: wanted).fill()
        let desk = try await ServedDesk.start(database, log: folder.file("served.log"))
        do {
            let cookie = try await desk.signIn("sp-chengban1")
            for (name, places) in cases.places(pages) {
                try await measure(name, places, of: desk, cookie, cases.open)
            }
        } catch {
            await desk.stop()
            throw error
        }
        await desk.stop()
    }

    private static func measure(
        _ name: String,
        _ places: [String],
        of desk: ServedDesk,
        _ cookie: String,
        _ open: Int
    ) async throws {
        var times: [Double] = []
        for (count, place) in places.enumerated() {
            let began = ContinuousClock.now
            let answer = try await desk.client.send("GET", place, headers: [cookie])
            let took = ContinuousClock.now - began
            guard answer.status == 200 else { throw Failed.status(place, answer.status) }
            guard name.hasPrefix("narrowed") || answer.body.contains("/cases/") else { throw Failed.noLine(place) }
            // The first ones fill what the engine keeps of the database.
            if count >= places.count / 10 {
                times.append(Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1_000)
            }
        }
        times.sort()
        let figure = Figure(
            page: name,
            medianMilliseconds: rounded(times[times.count / 2]),
            p99Milliseconds: rounded(times[min(times.count - 1, times.count * 99 / 100)]),
            openCases: open,
            megabytes: rounded(desk.megabytes("VmRSS:")),
            peakMegabytes: rounded(desk.megabytes("VmHWM:")),
            load: loadNow()
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func loadNow() -> Double {
        var load = 0.0
        return getloadavg(&load, 1) == 1 ? rounded(load) : -1
    }
}
