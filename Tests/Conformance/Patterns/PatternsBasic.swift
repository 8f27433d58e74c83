import Kernel
import Testing
import WorkflowEngine

extension ControlFlowPattern {
    /// Basic control flow: 1–5, and the structures of 10, 11, 21, 22, 43.
    static let basic: [ControlFlowPattern] = [
        .supported(1, "Sequence") {
            var run = try ModelRun([.step("a", to: "b"), .step("b", to: "end"), .end])
            run.expect("a")
            try run.complete("a")
            run.expect("b")
            try run.complete("b")
            run.expect(ended: true)
        },
        .supported(2, "Parallel Split") {
            var run = try ModelRun([
                .step("a", to: "split"), .split("split", to: "b", "c"), .step("b", to: "end"), .step("c", to: "end"),
                .end,
            ])
            try run.complete("a")
            run.expect("b", "c")
        },
        .supported(3, "Synchronization") {
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", to: "join"), .step("c", to: "join"), .join("join", to: "d"),
                .step("d", to: "end"), .end,
            ])
            try run.complete("c")
            run.expect("b")
            try run.complete("b")
            run.expect("d")
        },
        .supported(4, "Exclusive Choice") {
            var run = try ModelRun([
                .step("a", ["left": "b", "right": "c"]), .step("b", to: "end"), .step("c", to: "end"), .end,
            ])
            try run.complete("a.right")
            run.expect("c")
        },
        .supported(5, "Simple Merge") {
            var run = try ModelRun([
                .step("a", ["left": "b", "right": "c"]), .step("b", to: "d"), .step("c", to: "d"),
                .step("d", to: "end"), .end,
            ])
            try run.complete("a.left", "b")
            run.expect("d")
        },
        .supported(10, "Arbitrary Cycles") {
            var run = try ModelRun([
                .step("a", ["b": "b", "c": "c"]), .step("b", ["on": "c", "back": "a"]),
                .step("c", ["end": "end", "back": "b"]), .end,
            ])
            try run.complete("a.b", "b.back", "a.c", "c.back", "b.on", "c.end")
            run.expect(ended: true)
        },
        .supported(11, "Implicit Termination") {
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", to: "end"), .step("c", to: "end"), .end,
            ])
            try run.complete("b")
            run.expect("c")
            try run.complete("c")
            run.expect(ended: true)
        },
        .supported(21, "Structured Loop") {
            var run = try ModelRun([.step("a", to: "b"), .step("b", ["again": "a", "done": "end"]), .end])
            try run.complete("a", "b.again", "a", "b.again", "a", "b.done")
            run.expect(ended: true)
        },
        .supported(22, "Recursion") {
            // A sub-case may run under the same process; it is a case of its own, with a marking of its own.
            let nodes: [FlowNode] = [
                .step("a", ["plain": "b", "deeper": "sub"]),
                .step("sub", ["granted": "b"], by: .subCase("this")), .step("b", to: "end"), .end,
            ]
            var parent = try ModelRun(nodes)
            try parent.complete("a.deeper")
            var child = try ModelRun(nodes)
            try child.complete("a.plain", "b")
            child.expect(ended: true)
            parent.refuses(.complete("sub", outcome: "granted"), .notThePerformer("sub"))
            try parent.send(.complete("sub", outcome: "granted", by: .subCase("this")))
            parent.expect("b")
        },
        .supported(43, "Explicit Termination") {
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", ["stop": "over", "on": "end"]), .step("c", to: "end"), .end,
                FlowNode("over", .terminate),
            ])
            try run.complete("b.stop")
            run.expect(ended: true)
        },
    ]
}
