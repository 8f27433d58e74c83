import Foundation
import Kernel
import MutatedHistory
import Supervision

/// How many of the planted breaches the rules find, and how much else: recall and precision, by rule and of all.
///
/// Breaches in cases are planted into a history; what stands out only beside others, into a quarter of ordinary work of
/// twice as many agencies; what agencies let slide beside their cases, into every second of 400 agencies.
///
///     BreachRecall [CASES] [BREACHES] [SEED]
@main
struct BreachRecallBenchmark {
    private struct Figure: Encodable {
        let benchmark: String
        let rule: String
        let planted: Int
        let found: Int
        let missed: Int
        let wrong: Int
        let recallPercent: Double
        let precisionPercent: Double

        init(_ benchmark: String, _ rule: String, _ scores: [RuleScores.Score]) {
            self.benchmark = benchmark
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
        let benchmark: String
        /// Of cases, agencies.
        let places: Int
        let breaches: Int
        /// Of events of the log, steps of the table; 0 where none are counted.
        let events: Int
        let seconds: Double
        let mistakes: [String]
    }

    private static let agencies = 400

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let cases = numbers.first ?? 100_000
        let breaches = numbers.dropFirst().first ?? 2_000
        let seed = UInt64(numbers.dropFirst(2).first ?? 1)
        try await show("breaches planted in a lawful history") {
            let report = try await MutatedHistory(cases: cases, breaches: breaches, seed: seed).judged()
            return (report.scores, report.cases, report.breaches, report.events)
        }
        try await show("outliers planted in a quarter of ordinary work") {
            let report = try MutatedQuarter(agencies: 2 * breaches, outliers: breaches, seed: seed).judged()
            return (report.scores, report.agencies, report.outliers, report.steps)
        }
        try await show("neglect planted in orderly agencies") {
            let report = try await MutatedAgencies(agencies: agencies, neglects: agencies / 2).judged()
            return (report.scores, report.agencies, report.neglects, 0)
        }
    }

    private static func show(
        _ benchmark: String,
        _ judge: @Sendable () async throws -> (scores: RuleScores, places: Int, breaches: Int, events: Int)
    ) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let (scores, places, breaches, events) = try await judge()
        let seconds = (clock.now - start) / .seconds(1)
        for score in scores.all { try show(Figure(benchmark, score.rule.rawValue, [score])) }
        try show(Figure(benchmark, "all", scores.all))
        try show(
            Run(
                benchmark: benchmark,
                places: places,
                breaches: breaches,
                events: events,
                seconds: seconds,
                mistakes: scores.mistakes
            )
        )
    }

    private static func show(_ figure: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }
}
