import Kernel
import Testing
import WorkflowEngine

extension ControlFlowPattern {
    private static let three: [FlowNode] = [
        .split("split", to: "b", "c", "d"), .step("b", to: "join"), .step("c", to: "join"), .step("d", to: "join"),
    ]
    private static let after: [FlowNode] = [.step("e", to: "f"), .step("f", to: "end"), .end]
    private static let chosen: [FlowNode] = [
        .step("a", ["b": "b", "c": "c", "d": "d"], several: true), .step("b", to: "join"), .step("c", to: "join"),
        .step("d", to: "join"), .join("join", .arriving, to: "e"), .step("e", to: "end"), .end,
    ]

    /// Advanced branching and synchronization: 6–9, 28–33, 37, 38, 41, 42.
    static let branching: [ControlFlowPattern] = [
        .supported(6, "Multi-Choice") {
            var run = try ModelRun(chosen)
            run.refuses(.choose("a", outcomes: []), .nothingChosen("a"))
            try run.choose("a", "b", "d")
            run.expect("b", "d")
        },
        .supported(7, "Structured Synchronizing Merge") {
            var run = try ModelRun(chosen)
            try run.choose("a", "b", "d")
            try run.complete("d")
            run.expect("b")
            try run.complete("b")
            run.expect("e")
        },
        .notNeeded(
            8,
            "Multi-Merge",
            "one act has one record: a step that ran once a branch would decide one case twice"
        ),
        .supported(9, "Structured Discriminator") {
            var run = try ModelRun(three + [.join("join", .first(1, rest: .absorbed), to: "e")] + after)
            try run.complete("c")
            run.expect("b", "d", "e")
            try run.complete("b", "e", "d")
            run.expect("f")
        },
        .notNeeded(
            28,
            "Blocking Discriminator",
            "a case goes through a branching once at a time; the checker refuses more"
        ),
        .supported(29, "Cancelling Discriminator") {
            var run = try ModelRun(three + [.join("join", .first(1), to: "e")] + after)
            try run.complete("c")
            run.expect("e")
        },
        .supported(30, "Structured Partial Join") {
            var run = try ModelRun(three + [.join("join", .first(2, rest: .absorbed), to: "e")] + after)
            try run.complete("c", "d")
            run.expect("b", "e")
            try run.complete("e", "f")
            run.expect("b")
            try run.complete("b")
            run.expect(ended: true)
        },
        .notNeeded(
            31,
            "Blocking Partial Join",
            "a case goes through a branching once at a time; the checker refuses more"
        ),
        .supported(32, "Cancelling Partial Join") {
            var run = try ModelRun(three + [.join("join", .first(2), to: "e")] + after)
            try run.complete("c")
            run.expect("b", "d")
            try run.complete("d")
            run.expect("e")
        },
        .supported(33, "Generalized AND-Join") {
            // Branches may be left and taken again before the join: it fires when all have arrived, however they came.
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", ["ok": "join", "again": "b"]), .step("c", to: "x"),
                .step("x", ["ok": "join", "back": "c"]), .join("join", to: "e"), .step("e", to: "end"), .end,
            ])
            try run.complete("b.again", "c", "x.back", "b", "c", "x")
            run.expect("e")
        },
        .supported(37, "Local Synchronizing Merge") {
            // Who cannot arrive any more is not waited for: b leaves by another way.
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", ["ok": "join", "out": "other"]), .step("c", to: "join"),
                .step("other", to: "end"), .join("join", .arriving, to: "e"), .step("e", to: "end"), .end,
            ])
            try run.complete("c")
            run.expect("b")
            try run.complete("b.out")
            run.expect("other", "e")
        },
        .supported(38, "General Synchronizing Merge") {
            // Loops inside the branches: the join waits as long as a token may still come round.
            var run = try ModelRun([
                .split("split", to: "b", "c"), .step("b", ["ok": "join", "again": "x", "out": "end"]),
                .step("x", to: "b"),
                .step("c", to: "join"), .join("join", .arriving, to: "e"), .step("e", to: "end"), .end,
            ])
            try run.complete("c", "b.again", "x")
            run.expect("b")
            try run.complete("b.out")
            run.expect("e")
        },
        .notNeeded(
            41,
            "Thread Merge",
            "what several do in one step is countersigned (15); a step has no anonymous copies"
        ),
        .notNeeded(
            42,
            "Thread Split",
            "what several do in one step is countersigned (15); a step has no anonymous copies"
        ),
    ]
}
