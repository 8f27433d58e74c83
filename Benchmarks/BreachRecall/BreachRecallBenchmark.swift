import Foundation
import Kernel
import MutatedHistory
import Supervision

/// How many of the planted breaches the rules find, and how much else: recall and precision, by rule and of all.
///
///     BreachRecall [CASES] [BREACHES] [SEED]
@main
struct BreachRecallBenchmark {
    private struct Figure: Encodable {
        let benchmark = "breaches planted in a lawful history"
        let rule: String
        let planted: Int
        let found: Int
        let missed: Int
        let wrong: Int
        let recallPercent: Double
        let precisionPercent: Double

        init(_ rule: String, _ scores: [MutatedHistory.Score]) {
            self.rule = rule
            planted = scores.reduce(0) { $0 + $1.planted }
            found = scores.reduce(0) { $0 + $1.found }
            missed = scores.reduce(0) { $0 + $1.missed }
            wrong = scores.reduce(0) { $0 + $1.wrong }
            recallPercent = planted == 0 ? 100 : Double(found) * 100 / Double(planted)
            precisionPercent = found + wrong == 0 ? 100 : Double(found) * 100 / Double(found + wrong)
        }
    }

    private struct Run: Encodable {
        let benchmark = "breaches planted in a lawful history"
        let cases: Int
        let breaches: Int
        let kinds = PlantedBreach.allCases.map(\.rawValue)
        let events: Int
        let seconds: Double
        let eventsPerSecond: Double
        let mistakes: [String]
    }

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let history = MutatedHistory(
            cases: numbers.first ?? 100_000,
            breaches: numbers.dropFirst().first ?? 2_000,
            seed: UInt64(numbers.dropFirst(2).first ?? 1)
        )
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await history.judged()
        let seconds = (clock.now - start) / .seconds(1)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        func show(_ figure: some Encodable) throws {
            print(String(decoding: try encoder.encode(figure), as: UTF8.self))
        }
        for score in report.scores.values.sorted(by: { $0.rule.rawValue < $1.rule.rawValue }) {
            try show(Figure(score.rule.rawValue, [score]))
        }
        try show(Figure("all", Array(report.scores.values)))
        try show(
            Run(
                cases: report.cases,
                breaches: report.breaches,
                events: report.events,
                seconds: seconds,
                eventsPerSecond: Double(report.events) / seconds,
                mistakes: report.mistakes
            )
        )
    }
}
