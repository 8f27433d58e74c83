/// What the rounds of one program showed.
struct Series {
    private(set) var rates: [Double] = []
    private(set) var ratios: [Double] = []
    private(set) var milliseconds: [Double] = []
    private(set) var steps = 0
    private(set) var cpuSeconds = 0.0

    /// Runs one round and returns its steps a second.
    @discardableResult
    mutating func take(
        _ seconds: Double,
        peer: Double? = nil,
        _ round: () async throws -> LicensingSteps.Run
    ) async throws -> Double {
        let before = Figure.cpuSeconds()
        let run = try await round()
        cpuSeconds += Figure.cpuSeconds() - before
        let rate = Double(run.steps) / seconds
        rates.append(rate)
        if let peer { ratios.append(rate / peer) }
        milliseconds += run.milliseconds
        steps += run.steps
        return rate
    }
}
