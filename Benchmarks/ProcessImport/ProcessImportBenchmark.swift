import Foundation
import ProcessTrials
import Processes

/// How fast files of other tools become definitions, bytes to value, none of them in the memory of an earlier run.
///
///     ProcessImport [FILES]
///
/// FILES are made by a grammar in the dialects of vendors; each is read once a round, and the median round counts.
@main
struct ProcessImportBenchmark {
    private struct Figure: Encodable {
        let benchmark = "BPMN files to definitions"
        let who = "hengjian"
        let files: Int
        let megabytes: Double
        let steps: Int
        let refused: Int
        let megabytesPerSecond: Double
    }

    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3_000
        let files = (0..<count).map { Array(BPMNSpecimen(seed: $0).text.utf8) }
        let bytes = files.reduce(0) { $0 + $1.count }
        var (steps, refused) = (0, 0)
        var seconds: [Double] = []
        for _ in 0..<5 {
            (steps, refused) = (0, 0)
            let start = ContinuousClock.now
            for file in files {
                do {
                    steps += try BPMNImport(file).processes.reduce(0) { $0 + $1.definition.steps.count }
                } catch {
                    refused += 1
                }
            }
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        let megabytes = Double(bytes) / 1_000_000
        let figure = Figure(
            files: count,
            megabytes: (megabytes * 10).rounded() / 10,
            steps: steps,
            refused: refused,
            megabytesPerSecond: (megabytes / seconds.sorted()[2] * 10).rounded() / 10
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }
}
