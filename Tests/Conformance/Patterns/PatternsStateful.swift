import Kernel
import Testing
import WorkflowEngine

extension ControlFlowPattern {
    /// State-based patterns and triggers: 16–18, 23, 24, 39, 40.
    static let stateful: [ControlFlowPattern] = [
        .supported(16, "Deferred Choice") {
            // What comes first: the supplement or the time-out.
            let nodes: [FlowNode] = [
                .step("ask", to: "race"), .race("race", to: "supplement", "late"),
                .step("supplement", to: "examine", by: .message("materials")), .timer("late", to: "close"),
                .step("examine", to: "end"), .step("close", to: "end"), .end,
            ]
            var first = try ModelRun(nodes)
            try first.complete("ask")
            first.expect("supplement", "late")
            try first.send(.complete("supplement", outcome: "ok", by: .message("materials")))
            first.expect("examine")
            // Who returns into the choice finds it whole again.
            try first.send(.returnTo("supplement", from: "examine"))
            first.expect("supplement", "late")
            try first.complete("!late")
            first.expect("close")
        },
        .supported(17, "Interleaved Parallel Routing") {
            // Two sequences in any order, never both under way: each begins only while the other rests.
            var run = try ModelRun([
                .split("split", to: "a1", "b1"), .step("a1", to: "a2", needs: [.idle("b2")]), .step("a2", to: "join"),
                .step("b1", to: "b2", needs: [.idle("a2")]), .step("b2", to: "join"), .join("join", to: "end"), .end,
            ])
            try run.complete("b1")
            run.refuses(.complete("a1", outcome: "ok"), .unmet("a1", .idle("b2")))
            try run.complete("b2", "a1", "a2")
            run.expect(ended: true)
        },
        .supported(18, "Milestone") {
            // Objections are taken only while the announcement stands.
            var run = try ModelRun([
                .split("split", to: "announced", "objection"), .step("announced", to: "stop"),
                .step("objection", to: "objection", needs: [.waiting("announced")]),
                .cancel("stop", ["objection"], to: "end"),
                .end,
            ])
            try run.complete("objection")
            run.expect("announced", "objection")
            try run.complete("announced")
            run.expect(ended: true)
            run.refuses(.complete("objection", outcome: "ok"), .notRunning(.ended))
        },
        .supported(23, "Transient Trigger") {
            var run = try ModelRun([
                .step("a", to: "b"), .step("b", to: "end", by: .message("receipt")), .end,
            ])
            run.refuses(.complete("b", outcome: "ok", by: .message("receipt")), .notWaiting("b"))
            try run.complete("a")
            run.refuses(.complete("b", outcome: "ok", by: .message("other")), .notThePerformer("b"))
            try run.send(.complete("b", outcome: "ok", by: .message("receipt")))
            run.expect(ended: true)
        },
        .supported(24, "Persistent Trigger") {
            // A message that came early is a token of its own that waits at the join.
            var run = try ModelRun([
                .split("split", to: "a", "message"), .step("message", to: "join", by: .message("receipt")),
                .step("a", to: "join"), .join("join", to: "b"), .step("b", to: "end"), .end,
            ])
            try run.send(.complete("message", outcome: "ok", by: .message("receipt")))
            run.expect("a")
            try run.complete("a")
            run.expect("b")
        },
        .supported(39, "Critical Section") {
            var run = try ModelRun([
                .split("split", to: "a", "b"), .step("a", to: "inA", needs: [.idle("inB")]), .step("inA", to: "end"),
                .step("b", to: "inB", needs: [.idle("inA")]), .step("inB", to: "end"), .end,
            ])
            try run.complete("a")
            #expect(run.flow.enabled(run.marking) == ["inA"])
            try run.complete("inA")
            #expect(run.flow.enabled(run.marking) == ["b"])
        },
        .supported(40, "Interleaved Routing") {
            // Single steps in any order; one completed step is one act, so no two are ever done at once.
            var run = try ModelRun([
                .split("split", to: "a", "b", "c"), .step("a", to: "join"), .step("b", to: "join"),
                .step("c", to: "join"), .join("join", to: "end"), .end,
            ])
            try run.complete("c", "b", "a")
            run.expect(ended: true)
        },
    ]

    /// Cancellation: 19, 20, 25.
    static let cancelling: [ControlFlowPattern] = [
        .supported(19, "Cancel Activity") {
            var run = try ModelRun([
                .split("split", to: "a", "b"), .step("a", ["ok": "join", "drop": "drop"]), .step("b", to: "join"),
                .join("join", .arriving, to: "c"), .cancel("drop", ["b"], to: "join"), .step("c", to: "end"), .end,
            ])
            try run.complete("a.drop")
            run.expect("c")
        },
        .supported(20, "Cancel Case") {
            var run = try ModelRun([
                .split("split", to: "a", "b"), .step("a", to: "end"), .step("b", to: "end"), .end,
            ])
            try run.send(.cancel)
            #expect(run.marking.phase == .cancelled)
            run.refuses(.complete("a", outcome: "ok"), .notRunning(.cancelled))
        },
        .supported(25, "Cancel Region") {
            // A report of a crime stops the whole penalty track, wherever it stands, and arrived branches too.
            var run = try ModelRun([
                .split("split", to: "b", "c", "crime"), .step("b", to: "b2"), .step("b2", to: "join"),
                .step("c", to: "join"),
                .join("join", to: "decide"), .step("decide", to: "done"), .cancel("done", ["crime"], to: "end"),
                .step("crime", to: "stop", by: .message("crime")),
                .cancel("stop", ["b", "b2", "c", "decide"], to: "transfer"), .step("transfer", to: "end"), .end,
            ])
            try run.complete("c", "b")
            try run.send(.complete("crime", outcome: "ok", by: .message("crime")))
            run.expect("transfer")
            try run.complete("transfer")
            run.expect(ended: true)
        },
    ]
}
