import Foundation
import Kernel
import ProcessTrials
import Processes
import WorkflowEngine

/// How fast the engine steps without storage, how long a proof takes, and that no walk breaks what was proved.
///
///     WorkflowSteps [RUNS] [WALKS]
///
/// RUNS through a process of twelve steps with two loops, each step decided and evolved, once with its position written
/// as the text that a row keeps. Beside it stands the same process as an array of numbers without names, refusals or
/// events: the ceiling. WALKS are random walks over mutated definitions that passed the check.
@main
struct WorkflowStepsBenchmark {
    private struct Figure: Encodable {
        let benchmark: String
        let who: String
        var stepsPerSecond: Double?
        var ratioToCeiling: Double?
        var steps: Int?
        var states: Int?
        var medianMilliseconds: Double?
        var walks: Int?
        var lawful: Int?
        var refused: Int?
        var decisions: Int?
        var breaches: Int?
        var seconds: Double?
    }

    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        try measureSteps(runs: numbers.first ?? 200_000)
        try measureProof(LongProcess.definition(steps: 200))
        try measureProof(ProcessTemplate.penaltyHearing.definition(), limit: ProcessTemplate.penaltyHearing.statutory)
        try measureWalks(numbers.count > 1 ? numbers[1] : 100_000)
    }

    private static func measureSteps(runs: Int) throws {
        let process = TwelveSteps()
        let flow = try Flow(process.graph)
        let (ceilingSteps, ceiling) = timed { process.ceiling(runs) }
        print(
            try line(
                Figure(
                    benchmark: "engine steps",
                    who: "ceiling: array of numbers",
                    stepsPerSecond: rounded(Double(ceilingSteps) / ceiling)
                )
            )
        )
        for isWritten in [false, true] {
            var steps = 0
            var length = 0
            let (_, seconds) = try timed {
                for _ in 0..<runs {
                    var marking = try flow.run(Marking(), .start)
                    for command in process.commands {
                        marking = try flow.run(marking, command)
                        if isWritten { length += marking.description.utf8.count }
                        steps += 1
                    }
                    guard marking.phase == .ended else { throw NotEnded() }
                }
            }
            precondition(!isWritten || length > 0)
            print(
                try line(
                    Figure(
                        benchmark: "engine steps",
                        who: isWritten ? "hengjian, with the text of a row" : "hengjian",
                        stepsPerSecond: rounded(Double(steps) / seconds),
                        ratioToCeiling: rounded(ceiling / Double(ceilingSteps) / (seconds / Double(steps)), to: 10_000)
                    )
                )
            )
        }
    }

    private static func measureProof(_ definition: ProcessDefinition, limit: Period = .workingDays(20)) throws {
        var times: [Double] = []
        for _ in 0..<21 {
            let (faults, seconds) = timed { definition.check(promised: limit, statutory: limit) }
            guard faults.isEmpty else { throw Unlawful(faults: faults.count) }
            times.append(seconds * 1_000)
        }
        print(
            try line(
                Figure(
                    benchmark: "proof of a definition",
                    who: "hengjian, \(definition.name)",
                    steps: definition.steps.count,
                    medianMilliseconds: rounded(times.sorted()[10])
                )
            )
        )
    }

    private static func measureWalks(_ count: Int) throws {
        let (result, seconds) = try timed { try FrameWalks(count, walksEach: 100, seed: 20_261_128) }
        print(
            try line(
                Figure(
                    benchmark: "random walks over mutated definitions",
                    who: "hengjian",
                    steps: result.moves,
                    walks: result.walks,
                    lawful: result.lawful,
                    refused: result.refused,
                    decisions: result.decisions,
                    breaches: result.breaches.count,
                    seconds: rounded(seconds)
                )
            )
        )
        for breach in result.breaches.prefix(5) { print(breach) }
    }

    private struct NotEnded: Error {}

    private struct Unlawful: Error {
        let faults: Int
    }

    private static func timed<Answer>(_ body: () throws -> Answer) rethrows -> (Answer, Double) {
        let began = ContinuousClock.now
        let answer = try body()
        return (answer, (ContinuousClock.now - began) / .seconds(1))
    }

    private static func rounded(_ value: Double, to digits: Double = 100) -> Double {
        (value * digits).rounded() / digits
    }

    private static func line(_ figure: Figure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(figure), as: UTF8.self)
    }
}
