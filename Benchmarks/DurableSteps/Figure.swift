import Foundation

/// One figure, printed as one line of JSON.
struct Figure: Encodable {
    let benchmark = "durable steps"
    let who: String
    let clients: Int
    /// The median of the rounds.
    let stepsPerSecond: Double
    /// The median of the rounds' ratios to the peer of the same round.
    var ratioToPeer: Double?
    /// The least of them: on a busy machine the peer, which flushes every step, loses more than we do.
    var leastRatioToPeer: Double?
    var p50Milliseconds: Double?
    var p99Milliseconds: Double?
    /// What this process computed for one step, whatever else the machine does; a server's work is not in it.
    var cpuMicroseconds: Double?
    let rounds: Int
    let secondsPerRound: Double
    /// The machine's load over the last minute: a machine shared with others gives lower figures, not other ratios.
    let load: Double

    func print() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
    }

    static func load() -> Double {
        var load = 0.0
        return getloadavg(&load, 1) == 1 ? rounded(load) : -1
    }

    /// The seconds this process has computed so far.
    static func cpuSeconds() -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    /// The value below which `share` of the values lie.
    static func quantile(_ share: Double, of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
    }
}
