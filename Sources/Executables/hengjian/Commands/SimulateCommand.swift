import ArgumentParser
import Composition
import Cryptography
import Demonstration
import Kernel

/// `hengjian simulate`: plays a history in memory and says how long it took; nothing is kept.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "在内存中模拟案件，衡量用时",
        discussion: "The same seed and last day make the same moves. To keep a history, use demo."
    )

    @OptionGroup var plan: DemonstrationOptions

    @Flag(help: "输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let started = ContinuousClock.now
        let report = try await DemonstrationHouse.rehearse(plan)
        let answer = SimulationAnswer(report, took: ContinuousClock.now - started)
        print(json ? try answer.jsonLine() : answer.line)
    }
}

private struct SimulationAnswer: Encodable {
    let cases: Int
    let moves: Int
    let events: Int64
    let seconds: Double

    init(_ report: Demonstration.Report, took: Duration) {
        cases = report.cases
        moves = report.moves
        events = report.events
        let (whole, rest) = took.components
        seconds = Double(whole) + Double(rest / 1_000_000_000_000_000) / 1000
    }

    var line: String { "\(cases) 件，\(moves) 个步骤，\(events) 条记录，\(seconds) 秒" }
}
