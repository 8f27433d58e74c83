import Foundation
import Kernel
import TestSupport

/// How soon an act is on every wall, and what the viewers cost.
///
///     WallViewers [VIEWERS [ACTS [CASES]]]
///
/// The program that lies beside this one serves a demonstration. A supervisor signs in; VIEWERS walls open their stream of
/// events, one in twenty-five of them never reads. Then findings are withdrawn one after the other. A latency is the
/// time from the first byte of the form to the moment a wall has the new counters, one for each act and each wall that
/// reads.
@main
struct WallViewersBenchmark {
    private struct Figure: Encodable {
        let benchmark = "act to wall"
        let viewers: Int
        let silent: Int
        let acts: Int
        let medianMilliseconds: Double
        let p99Milliseconds: Double
        let worstMilliseconds: Double
        /// Acts that some wall never heard of within ten seconds, times walls.
        let missed: Int
        let megabytesBefore: Double
        /// The most that was held beyond it while the walls were open.
        let megabytesMore: Double
        /// What the serving program computed for one act, walls included.
        let cpuMillisecondsPerAct: Double
        let megabytesSent: Double
        let load: Double
    }

    /// No wall had any counters, or there was nothing to judge.
    private struct Unheard: Error {}

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let (viewers, acts) = (numbers.first ?? 500, numbers.dropFirst().first ?? 60)
        let house = try await ServedHouse.start(cases: numbers.dropFirst(2).first ?? 2_000)
        let supervisor = try await Supervisor.signIn(at: house.port)
        let findings = try await supervisor.openFindings(acts + 5)
        // What the first acts and pages need is not the viewers' part.
        for finding in findings.prefix(5) { try await supervisor.send(supervisor.withdrawal(of: finding)) }
        for _ in 0..<20 { _ = try await supervisor.page("/supervision") }
        try await Task.sleep(for: .seconds(2))
        let before = house.megabytes
        let walls = try OpenWalls(viewers, silentEvery: 25, port: house.port, cookie: supervisor.cookie)
        try await Task.sleep(for: .seconds(3))
        let cpu = house.cpuSeconds
        var latencies: [Double] = []
        var missed = 0
        var most = house.megabytes
        for finding in findings.dropFirst(5) {
            let withdrawal = try await supervisor.withdrawal(of: finding)
            walls.expect()
            let sent = ContinuousClock.now
            try await supervisor.send(withdrawal)
            let arrived = try await walls.arrivals(within: .seconds(10))
            latencies += arrived.map { ($0 - sent) / .milliseconds(1) }
            missed += walls.reading - arrived.count
            most = max(most, house.megabytes)
        }
        let spent = house.cpuSeconds - cpu
        guard !latencies.isEmpty else { throw Unheard() }
        latencies.sort()
        let figure = Figure(
            viewers: viewers,
            silent: viewers - walls.reading,
            acts: findings.count - 5,
            medianMilliseconds: rounded(latencies[latencies.count / 2]),
            p99Milliseconds: rounded(latencies[latencies.count * 99 / 100]),
            worstMilliseconds: rounded(latencies.last ?? 0),
            missed: missed,
            megabytesBefore: rounded(before),
            megabytesMore: rounded(most - before),
            cpuMillisecondsPerAct: rounded(spent * 1_000 / Double(findings.count - 5)),
            megabytesSent: rounded(Double(walls.bytes) / 1_048_576),
            load: loadNow()
        )
        walls.close()
        await house.stop()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func loadNow() -> Double {
        var load = 0.0
        return getloadavg(&load, 1) == 1 ? (load * 100).rounded() / 100 : -1
    }
}
