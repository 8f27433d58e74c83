import Kernel
import Testing
import WorkflowEngine

@Suite("Soundness of a flow")
struct SoundnessTests {
    @Test("a graph with loops, branches and returns is sound")
    func sound() throws {
        let states = try MarkingGraph(FlowTests.flow())
        #expect(states.soundnessFaults() == [])
        #expect(states.states.count > 10)
    }

    @Test(
        "a graph that cannot run is refused where it is wrong",
        arguments: [
            ([.init("a", .start(to: "b")), .init("b", .end), .init("b", .end)], .duplicateNode("b")),
            ([.init("a", .start(to: "x")), .init("b", .end)], .unknownTarget("x", of: "a")),
            ([.init("b", .end)], .startCount(0)),
            ([.init("a", .start(to: "b")), .step("b", ["ok": "b"])], .noEnd),
            ([.init("a", .start(to: "b")), .step("b", ["ok": "a"]), .init("c", .end)], .leadsBackToStart("b")),
            ([.init("a", .start(to: "b")), .step("b", [:]), .init("c", .end)], .noOutcome("b")),
            (
                [.init("a", .start(to: "b")), .step("b", ["ok": "c", "ok": "c"]), .init("c", .end)],
                .duplicateOutcome("b", "ok")
            ),
            (
                [
                    .init("a", .start(to: "b")), .init("b", .parallelSplit(to: ["c", "e"])),
                    .init("c", .parallelSplit(to: ["b"])), .init("e", .end),
                ], .gatewayCycle("b")
            ),
        ] as [([FlowNode], FlowFault)]
    )
    func malformed(nodes: [FlowNode], fault: FlowFault) {
        #expect(throws: fault) { try Flow(FlowGraph(nodes)) }
    }

    @Test(
        "an unsound graph is refused with the path that shows it",
        arguments: [
            (
                [.step("a", ["ok": "end"]), .step("lost", ["ok": "end"])],
                .neverReached("lost")
            ),
            (
                [
                    .step("a", ["left": "b", "right": "c"]), .step("b", ["ok": "join"]), .step("c", ["ok": "join"]),
                    .init("join", .parallelJoin(.all, to: "end")),
                ],
                .joinNeverFires("join")
            ),
            (
                [
                    .step("a", ["left": "b", "right": "c"]), .step("b", ["ok": "join"]), .step("c", ["ok": "join"]),
                    .init("join", .parallelJoin(.all, to: "end")),
                ],
                .deadEnd(
                    waitingAt: ["join"],
                    path: [.complete("a", outcome: "left"), .complete("b", outcome: "ok")]
                )
            ),
            (
                [.step("a", ["ok": "b", "stop": "end"]), .step("b", ["ok": "c"]), .step("c", ["ok": "b"])],
                .neverEnds(path: [.complete("a", outcome: "ok")])
            ),
            (
                [
                    .step("a", ["ok": "split"]), .init("split", .parallelSplit(to: ["b", "c"])),
                    .step("b", ["ok": "d"]), .step("c", ["ok": "d"]), .step("d", ["ok": "end"]),
                ],
                .collision(
                    path: [
                        .complete("a", outcome: "ok"), .complete("b", outcome: "ok"), .complete("c", outcome: "ok"),
                    ]
                )
            ),
        ] as [([FlowNode], SoundnessFault)]
    )
    func unsound(nodes: [FlowNode], fault: SoundnessFault) throws {
        let graph = FlowGraph([.init("start", .start(to: "a"))] + nodes + [.init("end", .end)])
        #expect(try MarkingGraph(Flow(graph)).soundnessFaults().contains(fault))
    }

    @Test("a graph with too many states is refused as unprovable")
    func tooLarge() throws {
        let branches = (0..<20).map { FlowNode.ID("b\($0)") }
        let graph = FlowGraph(
            [.init("start", .start(to: "split")), .init("split", .parallelSplit(to: branches))]
                + branches.map { .step($0, ["ok": "join"]) }
                + [.init("join", .parallelJoin(.all, to: "end")), .init("end", .end)]
        )
        let flow = try Flow(graph)
        #expect(throws: MarkingGraph.TooLarge.self) { try MarkingGraph(flow, limit: 2_000) }
    }
}
