import Foundation
import Kernel
import MutatedHistory

/// How fast a history is judged again by every rule that ships, and how much memory that takes.
///
///     BackTest [STEPS] [SEED]
///
/// The history is lawful, with one case in fifty that breaks the law; it is made a slice at a time, and what that takes
/// is not counted. What the rules find must be what was planted: a back-test that is fast and wrong prints no figure.
@main
struct BackTestBenchmark {
    private struct Figure: Encodable {
        let benchmark = "a history judged again by all rules"
        let steps: Int
        let events: Int
        let cases: Int
        let breaches: Int
        let seconds: Double
        let stepsPerSecond: Double
        let eventsPerSecond: Double
        let memoryMegabytes: Int
    }

    private struct Wrong: Error {
        let mistakes: [String]
    }

    /// About so many steps a case has.
    private static let stepsOfCase = 6

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let cases = max(1, (numbers.first ?? 1_000_000) / stepsOfCase)
        let seed = UInt64(numbers.dropFirst().first ?? 1)
        let report = try await MutatedHistory(cases: cases, breaches: cases / 50, seed: seed).judged()
        guard report.scores.isPerfect else { throw Wrong(mistakes: report.scores.mistakes) }
        let seconds = report.judging / .seconds(1)
        let figure = Figure(
            steps: report.steps,
            events: report.events,
            cases: report.cases,
            breaches: report.breaches,
            seconds: seconds,
            stepsPerSecond: Double(report.steps) / seconds,
            eventsPerSecond: Double(report.events) / seconds,
            memoryMegabytes: residentMegabytes()
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }

    private static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1_024
    }
}
