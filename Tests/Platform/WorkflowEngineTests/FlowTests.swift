import Foundation
import Kernel
import Testing
import WorkflowEngine

@Suite("Runs of a flow")
struct FlowTests {
    /// 收件 → 审查 ⇄ 专家评审; 审查 → 决定 → (制证 → 送达 | 公开) → 归档.
    static let graph = FlowGraph([
        .init("start", .start(to: "receive")),
        .step("receive", ["ok": "examine"]),
        .step("examine", ["expert": "expert", "ok": "decide"]),
        .step("expert", ["ok": "examine"]),
        .step("decide", ["grant": "split", "refuse": "archive"]),
        .init("split", .parallelSplit(to: ["permit", "publish"])),
        .step("permit", ["ok": "serve"]),
        .step("serve", ["ok": "join"]),
        .step("publish", ["ok": "join"]),
        .init("join", .parallelJoin(.all, to: "archive")),
        .step("archive", ["ok": "end"]),
        .init("end", .end),
    ])

    static func flow(_ graph: FlowGraph = graph) throws -> Flow { try Flow(graph) }

    /// Starts a run and completes `steps`, each written `step` (with outcome `ok`) or `step.outcome`.
    static func run(_ flow: Flow, _ steps: [String]) throws -> Marking {
        try steps.reduce(flow.run(Marking(), .start)) { marking, text in
            let words = text.split(separator: ".")
            return try flow.run(
                marking,
                .complete(.init(String(words[0])), outcome: .init(words.count > 1 ? String(words[1]) : "ok"))
            )
        }
    }

    @Test("a join waits for every branch, in whatever order they come")
    func join() throws {
        let flow = try Self.flow()
        let granted = try Self.run(flow, ["receive", "examine", "decide.grant"])
        #expect(flow.waiting(granted) == ["permit", "publish"])
        let first = try Self.run(flow, ["receive", "examine", "decide.grant", "publish"])
        #expect(flow.waiting(first) == ["permit"])
        let both = try Self.run(flow, ["receive", "examine", "decide.grant", "publish", "permit", "serve"])
        #expect(flow.waiting(both) == ["archive"])
        let end = try Self.run(flow, ["receive", "examine", "decide.grant", "permit", "serve", "publish", "archive"])
        #expect(end.phase == .ended)
        #expect(flow.waiting(end).isEmpty)
    }

    @Test(
        "an illegal command is refused by name and changes nothing",
        arguments: [
            (.start, .alreadyStarted),
            (.complete("examine", outcome: "nonsense"), .unknownOutcome("examine", "nonsense")),
            (.complete("decide", outcome: "grant"), .notWaiting("decide")),
            (.complete("nobody", outcome: "ok"), .unknownNode("nobody")),
            (.fire("examine"), .notWaiting("examine")),
            (.returnTo("decide", from: "examine"), .notCompleted("decide")),
            (.returnTo("receive", from: "decide"), .notWaiting("decide")),
            (.complete("join", outcome: "ok"), .notWaiting("join")),
        ] as [(FlowCommand, FlowRefusal)]
    )
    func refused(command: FlowCommand, refusal: FlowRefusal) throws {
        let flow = try Self.flow()
        let marking = try Self.run(flow, ["receive"])
        #expect(throws: refusal) { try flow.decide(marking, command) }
    }

    @Test("a run that has ended or been cancelled takes no more commands")
    func over() throws {
        let flow = try Self.flow()
        let ended = try Self.run(flow, ["receive", "examine", "decide.refuse", "archive"])
        #expect(throws: FlowRefusal.notRunning(.ended)) { try flow.decide(ended, .cancel) }
        let cancelled = try flow.run(Self.run(flow, ["receive"]), .cancel)
        #expect(throws: FlowRefusal.notRunning(.cancelled)) {
            try flow.decide(cancelled, .complete("examine", outcome: "ok"))
        }
    }

    @Test("a return voids what can follow its target and nothing else")
    func returning() throws {
        let flow = try Self.flow()
        let marking = try Self.run(flow, ["receive", "examine.expert", "expert", "examine"])
        let events = try flow.decide(marking, .returnTo("examine", from: "decide"))
        #expect(events == [.returned(to: "examine", from: "decide", voided: ["examine", "expert"])])
        let back = events.reduce(marking, flow.evolve)
        #expect(flow.waiting(back) == ["examine"])
        #expect(flow.isDone("receive", in: back))
        #expect(!flow.isDone("examine", in: back))
    }

    @Test("a return into one branch leaves the other arrived, even when the join has been passed")
    func returningIntoBranch() throws {
        let flow = try Self.flow()
        let archive = try Self.run(flow, ["receive", "examine", "decide.grant", "publish", "permit", "serve"])
        let back = try flow.run(archive, .returnTo("permit", from: "archive"))
        #expect(flow.waiting(back) == ["permit"])
        let again = try flow.run(
            flow.run(back, .complete("permit", outcome: "ok")),
            .complete("serve", outcome: "ok")
        )
        #expect(flow.waiting(again) == ["archive"])
    }

    @Test("a return to before the split takes both branches away")
    func returningBeforeSplit() throws {
        let flow = try Self.flow()
        let parallel = try Self.run(flow, ["receive", "examine", "decide.grant", "publish"])
        let back = try flow.run(parallel, .returnTo("decide", from: "permit"))
        #expect(flow.waiting(back) == ["decide"])
        let refused = try flow.run(back, .complete("decide", outcome: "refuse"))
        #expect(flow.waiting(refused) == ["archive"])
    }

    @Test("what has effect outside is not voided by a return")
    func irrevocable() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "a")), .step("a", ["ok": "b"]),
                .step("b", ["ok": "c"], onReturn: .irrevocable), .step("c", ["ok": "d"]), .step("d", ["ok": "end"]),
                .init("end", .end),
            ])
        )
        let marking = try Self.run(flow, ["a", "b", "c"])
        #expect(throws: FlowRefusal.wouldVoid("b")) { try flow.decide(marking, .returnTo("a", from: "d")) }
        #expect(flow.returnTargets(from: "d", in: marking) == ["c"])
    }

    @Test("what a return keeps still counts")
    func kept() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "a")), .step("a", ["hear": "b", "ok": "c"]),
                .step("b", ["ok": "a"], onReturn: .kept), .step("c", ["ok": "end"]), .init("end", .end),
            ])
        )
        let back = try flow.run(Self.run(flow, ["a.hear", "b", "a"]), .returnTo("a", from: "c"))
        #expect(flow.isDone("b", in: back))
        #expect(!flow.isDone("a", in: back))
    }

    @Test("a step that must be brought to an outcome is not left by a return")
    func left() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "a")), .step("a", ["ok": "b"]), .step("b", ["ok": "end"], mayBeLeft: false),
                .init("end", .end),
            ])
        )
        let marking = try Self.run(flow, ["a"])
        #expect(throws: FlowRefusal.wouldLeave("b")) { try flow.decide(marking, .returnTo("a", from: "b")) }
    }

    @Test("a timer waits until it is fired")
    func timer() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "wait")), .init("wait", .timer(to: "end")), .init("end", .end),
            ])
        )
        let marking = try flow.run(Marking(), .start)
        #expect(try flow.decide(marking, .fire("wait")) == [.fired("wait"), .ended])
    }

    @Test("a marking and a graph survive JSON")
    func roundTrip() throws {
        let flow = try Self.flow()
        let marking = try Self.run(flow, ["receive", "examine", "decide.grant", "publish"])
        #expect(Marking(marking.description) == marking)
        #expect(try JSONDecoder().decode(Marking.self, from: JSONEncoder().encode(marking)) == marking)
        #expect(try JSONDecoder().decode(FlowGraph.self, from: JSONEncoder().encode(Self.graph)) == Self.graph)
        #expect(Marking("running zz 0") == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(FlowGraph.self, from: Data(#"{"form":99,"nodes":[]}"#.utf8))
        }
    }

    @Test("more than 64 places work as fewer do")
    func manyPlaces() throws {
        let steps = (0..<150).map { index in
            FlowNode.step(.init("s\(index)"), ["ok": index < 149 ? .init("s\(index + 1)") : "end"])
        }
        let flow = try Self.flow(FlowGraph([.init("start", .start(to: "s0"))] + steps + [.init("end", .end)]))
        var marking = try flow.run(Marking(), .start)
        for index in 0..<150 {
            #expect(Marking(marking.description) == marking)
            marking = try flow.run(marking, .complete(.init("s\(index)"), outcome: "ok"))
        }
        #expect(marking.phase == .ended)
    }

    @Test("a return into a branch of a join that did not wait for all brings back who had come, and nobody else")
    func returningIntoPartialJoin() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "split")), .init("split", .parallelSplit(to: ["a", "b", "c"])),
                .step("a", ["ok": "join"]), .step("b", ["ok": "join"]), .step("c", ["ok": "join"]),
                .init("join", .parallelJoin(.first(2), to: "d")), .step("d", ["ok": "end"]), .init("end", .end),
            ])
        )
        #expect(try MarkingGraph(flow).soundnessFaults() == [])
        let passed = try Self.run(flow, ["a", "b"])
        #expect(flow.waiting(passed) == ["d"])
        let back = try flow.run(passed, .returnTo("a", from: "d"))
        #expect(flow.waiting(back) == ["a"])
        #expect(flow.waiting(try flow.run(back, .complete("a", outcome: "ok"))) == ["d"])
    }

    @Test("a return out of a branch takes the whole block away, and its countersign comes back with the same signers")
    func returningOutOfCountersign() throws {
        let flow = try Self.flow(
            FlowGraph([
                .init("start", .start(to: "a")), .step("a", ["ok": "split"]),
                .init("split", .parallelSplit(to: ["sign", "b"])),
                .init(
                    "sign",
                    .userStep(
                        UserStep(
                            outcomes: [FlowOutcome("yes", to: "join"), FlowOutcome("no", to: "join")],
                            countersign: Countersign(.all, inOrder: true, agreed: "yes", refused: "no")
                        )
                    )
                ),
                .step("b", ["ok": "join"]), .init("join", .parallelJoin(.all, to: "c")), .step("c", ["ok": "end"]),
                .init("end", .end),
            ])
        )
        let commands: [FlowCommand] = [
            .addSigner("sign", "x"), .addSigner("sign", "y"), .sign("sign", "x", agrees: true),
            .returnTo("a", from: "b"), .complete("a", outcome: "ok"),
        ]
        let again = try commands.reduce(Self.run(flow, ["a"])) { try flow.run($0, $1) }
        #expect(flow.waiting(again) == ["sign", "b"])
        #expect(flow.seats(of: "sign", in: again).map(\.signer) == ["x", "y"])
        #expect(throws: FlowRefusal.notYourTurn("sign", next: "x")) {
            try flow.decide(again, .sign("sign", "y", agrees: true))
        }
    }

    @Test("markings of runs from before panels stay readable, and whatever a signer is called survives the text")
    func panelText() throws {
        #expect(Marking("running 10 3f")?.description == "running 10 3f")
        let text = "running 10 3f 2:a+,%e5%bc%a0%20-,c%2c%3a 7:z"
        #expect(Marking(text)?.description == text)
        for bad in ["running 10 3f 7:z 2:a", "running 10 3f x:a", "running 10 3f 2:%e", "running 10 3f 2"] {
            #expect(Marking(bad) == nil, "\(bad)")
        }
    }
}
