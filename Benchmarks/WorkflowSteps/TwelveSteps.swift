import Kernel
import WorkflowEngine

/// A process of twelve steps with two loops and one pair of branches, as a graph and as bare numbers.
struct TwelveSteps {
    let graph: FlowGraph
    /// One run: both loops once, all twelve steps.
    let commands: [FlowCommand]
    /// The same run as numbers: for each step the next one by outcome.
    private let table: [[Int]]
    private let outcomes: [Int]

    init() {
        func step(_ number: Int, _ next: FlowNode.ID...) -> FlowNode {
            let outcomes = next.enumerated().map { FlowOutcome(.init("o\($0.offset)"), to: $0.element) }
            return FlowNode(.init("s\(number)"), .userStep(UserStep(outcomes: outcomes)))
        }
        graph = FlowGraph([
            FlowNode("start", .start(to: "s1")), step(1, "s2"), step(2, "s3"), step(3, "s4"), step(4, "s5", "s3"),
            step(5, "s6"), step(6, "s7", "s5"), step(7, "split"), FlowNode("split", .parallelSplit(to: ["s8", "s9"])),
            step(8, "join"), step(9, "join"), FlowNode("join", .parallelJoin(.all, to: "s10")), step(10, "s11"),
            step(11, "s12"), step(12, "end"), FlowNode("end", .end),
        ])
        let run =
            [(1, 0), (2, 0), (3, 0), (4, 1), (3, 0), (4, 0), (5, 0), (6, 1), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0)]
            + [(10, 0), (11, 0), (12, 0)]
        commands = run.map { .complete(.init("s\($0.0)"), outcome: .init("o\($0.1)")) }
        outcomes = run.map(\.1)
        table = [[1], [2], [3], [4], [5, 3], [6], [7, 5], [8], [9], [10], [11], [12], [13], [0]]
    }

    /// Runs the numbers, and returns the steps made.
    func ceiling(_ runs: Int) -> Int {
        var steps = 0
        for _ in 0..<runs {
            var at = 1
            for outcome in outcomes {
                at = table[at][outcome]
                steps += at > 0 ? 1 : 0
            }
        }
        return steps
    }
}
