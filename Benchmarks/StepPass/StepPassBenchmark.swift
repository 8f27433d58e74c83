import Foundation
import Kernel
import Supervision
import TimeLimits

/// How fast all steps of a realm are held against their limits and their order, in one pass over the columns.
///
///     StepPass [STEPS] [RUNS]
///     StepPass --columns EVENTS RULES [RUNS]
///
/// STEPS are made up: cases of seven steps, items with limits of one to ten working days, one step in fifty late, one
/// case in a hundred out of order. With files, the columns of another program's table are read, so that both hold the
/// same steps: a count, then case, item, time, agency and step of every row; limits by item and step, then the count of
/// working days up to each day.
@main
struct StepPassBenchmark {
    private struct Figure: Encodable {
        let benchmark = "one pass over all steps: limit and order"
        let steps: Int
        let cases: Int
        let medianSeconds: Double
        let stepsPerSecond: Double
        let late: Int
        let outOfOrder: Int
        /// Steps that are either.
        let faults: Int
        let buildSeconds: Double
        let memoryMegabytes: Int
    }

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let clock = ContinuousClock()
        var input: StepInput?
        let built = try clock.measure {
            input =
                arguments.first == "--columns" && arguments.count >= 3
                ? try StepInput(events: arguments[1], rules: arguments[2])
                : try StepInput(steps: arguments.first.flatMap { Int($0) } ?? 10_000_000)
        }
        guard let input else { return }
        let runs = arguments.last.flatMap { Int($0) }.flatMap { $0 <= 100 ? $0 : nil } ?? 7
        var seconds: [Double] = []
        var late = 0
        var outOfOrder = 0
        var faults = 0
        for _ in 0..<runs {
            let time = clock.measure {
                let check = input.table.check(input.workingDays, from: input.firstDay)
                (late, outOfOrder, faults) = (check.late, check.outOfOrder, check.faults.count)
            }
            seconds.append(time / .seconds(1))
        }
        let median = seconds.sorted()[runs / 2]
        let figure = Figure(
            steps: input.table.count,
            cases: input.table.cases.count,
            medianSeconds: median,
            stepsPerSecond: Double(input.table.count) / median,
            late: late,
            outOfOrder: outOfOrder,
            faults: faults,
            buildSeconds: built / .seconds(1),
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
