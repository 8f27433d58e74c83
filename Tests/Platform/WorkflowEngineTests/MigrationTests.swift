import Kernel
import Testing
import WorkflowEngine

@Suite("Taking a run over into another version of its graph")
struct MigrationTests {
    /// 收件 → 审查 → 审核 → 决定 → 归档.
    private static let plain: [FlowNode] = [
        .init("start", .start(to: "receive")),
        .step("receive", ["ok": "examine"], onReturn: .irrevocable, mayBeLeft: false),
        .step("examine", ["ok": "review"]),
        .step("review", ["ok": "decide"]),
        .step("decide", ["ok": "archive"], onReturn: .irrevocable),
        .step("archive", ["ok": "end"]),
        .init("end", .end),
    ]

    /// The same with other nodes in place of those of the same name, and with more.
    private static func version(_ nodes: FlowNode..., without gone: [FlowNode.ID] = []) throws -> Flow {
        let kept = plain.filter { node in !gone.contains(node.id) && !nodes.contains { $0.id == node.id } }
        return try Flow(FlowGraph(kept + nodes))
    }

    /// Does `steps` (each with outcome `ok` or as `step.outcome`, a return as `from<to`) under `old`, then takes over.
    private static func takeOver(
        _ steps: [String],
        from old: Flow,
        to new: Flow,
        by mapping: FlowMapping = FlowMapping()
    ) throws -> Marking {
        var marking = try old.run(Marking(), .start)
        var history: [FlowEvent] = [.started]
        for text in steps {
            let words = text.split(separator: ".").map(String.init)
            let back = text.split(separator: "<").map(String.init)
            let command: FlowCommand =
                if text.hasSuffix("!") {
                    .fire(.init(String(text.dropLast())))
                } else if back.count == 2 {
                    .returnTo(.init(back[1]), from: .init(back[0]))
                } else {
                    .complete(.init(words[0]), outcome: .init(words.count > 1 ? words[1] : "ok"))
                }
            let events = try old.decide(marking, command)
            history += events
            marking = events.reduce(marking, old.evolve)
        }
        let taken = try new.takeOver(marking, after: history, from: old, by: mapping)
        // Whatever is taken over is a state that a run of the new version can reach.
        #expect(try MarkingGraph(new).states.contains { $0.tokens == taken.tokens && $0.done == taken.done })
        return taken
    }

    @Test("what is done stays done, and the run waits where it waited")
    func unchanged() throws {
        let old = try Self.version()
        let new = try Self.version(.step("decide", ["ok": "archive", "refuse": "archive"], onReturn: .irrevocable))
        let taken = try Self.takeOver(["receive", "examine"], from: old, to: new)
        #expect(new.waiting(taken) == ["review"])
        #expect(new.isDone("examine", in: taken))
    }

    @Test("a step added before the place reached is done first; one that was passed refuses the run")
    func added() throws {
        let old = try Self.version()
        let new = try Self.version(.step("examine", ["ok": "legal"]), .step("legal", ["ok": "review"]))
        #expect(new.waiting(try Self.takeOver(["receive"], from: old, to: new)) == ["examine"])
        #expect(new.waiting(try Self.takeOver(["receive", "examine"], from: old, to: new)) == ["legal"])
        #expect(throws: MigrationRefusal.outOfOrder("review", waiting: ["legal"])) {
            try Self.takeOver(["receive", "examine", "review"], from: old, to: new)
        }
    }

    @Test("a step that is gone needs a word on what takes its place; only internal work may be let go")
    func gone() throws {
        let old = try Self.version()
        let new = try Self.version(.step("examine", ["ok": "decide"]), without: ["review"])
        let dropped = FlowMapping([.init(from: "review", to: nil)])
        #expect(throws: MigrationRefusal.unmapped("review")) {
            try Self.takeOver(["receive", "examine", "review"], from: old, to: new)
        }
        for steps in [["receive", "examine"], ["receive", "examine", "review"]] {
            #expect(new.waiting(try Self.takeOver(steps, from: old, to: new, by: dropped)) == ["decide"])
        }
        let mute = try Self.version(.step("review", ["ok": "archive"]), without: ["decide"])
        #expect(throws: MigrationRefusal.lost("decide")) {
            try Self.takeOver(
                ["receive", "examine", "review", "decide"],
                from: old,
                to: mute,
                by: FlowMapping([.init(from: "decide", to: nil)])
            )
        }
    }

    @Test("a renamed step goes on under its new name, and back again")
    func renamed() throws {
        let old = try Self.version()
        let new = try Self.version(
            .step("examine", ["ok": "check"]),
            .step("check", ["ok": "decide"]),
            without: ["review"]
        )
        let mapping = FlowMapping([.init(from: "review", to: "check")])
        #expect(new.waiting(try Self.takeOver(["receive", "examine"], from: old, to: new, by: mapping)) == ["check"])
        let back = try Self.takeOver(["receive", "examine", "check"], from: new, to: old, by: mapping.reversed)
        #expect(old.waiting(back) == ["decide"] && old.isDone("review", in: back))
        #expect(throws: MigrationRefusal.merged("decide")) {
            try Self.takeOver(["receive"], from: old, to: new, by: FlowMapping([.init(from: "review", to: "decide")]))
        }
    }

    @Test("an outcome that is gone, or another order of what was done, refuses the run")
    func order() throws {
        let old = try Self.version()
        let other = try Self.version(.step("review", ["agreed": "decide"]))
        #expect(throws: MigrationRefusal.outcomeGone("review", "ok")) {
            try Self.takeOver(["receive", "examine", "review"], from: old, to: other)
        }
        let turned = try Self.version(
            .step("receive", ["ok": "review"], onReturn: .irrevocable, mayBeLeft: false),
            .step("review", ["ok": "examine"]),
            .step("examine", ["ok": "decide"])
        )
        #expect(throws: MigrationRefusal.outOfOrder("examine", waiting: ["review"])) {
            try Self.takeOver(["receive", "examine"], from: old, to: turned)
        }
    }

    @Test("a return stays a return, and what it voided has to be done again")
    func returned() throws {
        let old = try Self.version()
        let new = try Self.version(.step("examine", ["ok": "legal"]), .step("legal", ["ok": "review"]))
        let taken = try Self.takeOver(["receive", "examine", "review<examine"], from: old, to: new)
        #expect(new.waiting(taken) == ["examine"] && !new.isDone("examine", in: taken))
    }

    /// 决定 → (制证 → 送达 | 公开) → 归档.
    private static func branching() throws -> Flow {
        try version(
            .step("decide", ["ok": "split"], onReturn: .irrevocable),
            .init("split", .parallelSplit(to: ["permit", "publish"])),
            .step("permit", ["ok": "join"]),
            .step("publish", ["ok": "join"]),
            .init("join", .parallelJoin(.all, to: "archive"))
        )
    }

    @Test("branches: what had to follow may run beside, what ran beside follows only in the order it was done")
    func parallel() throws {
        let branching = try Self.branching()
        let row = try Self.version(
            .step("decide", ["ok": "permit"], onReturn: .irrevocable),
            .step("permit", ["ok": "publish"]),
            .step("publish", ["ok": "archive"])
        )
        let past = ["receive", "examine", "review", "decide"]
        #expect(branching.waiting(try Self.takeOver(past, from: row, to: branching)) == ["permit", "publish"])
        #expect(row.waiting(try Self.takeOver(past + ["permit"], from: branching, to: row)) == ["publish"])
        // The dynamic change bug: published before the permit was made, which the row does not know.
        #expect(throws: MigrationRefusal.outOfOrder("publish", waiting: ["permit"])) {
            try Self.takeOver(past + ["publish"], from: branching, to: row)
        }
        let both = try Self.takeOver(past + ["permit", "publish"], from: branching, to: row)
        #expect(row.waiting(both) == ["archive"])
    }

    @Test("a time that runs goes on; none is lost and none begins by itself")
    func timers() throws {
        let timed = try Self.version(
            .step("receive", ["ok": "wait"], onReturn: .irrevocable, mayBeLeft: false),
            .init("wait", .timer(to: "examine"))
        )
        let longer = try Self.version(
            .step("receive", ["ok": "wait"], onReturn: .irrevocable, mayBeLeft: false),
            .init("wait", .timer(to: "examine")),
            .step("decide", ["ok": "archive", "refuse": "archive"], onReturn: .irrevocable)
        )
        let plain = try Self.version()
        #expect(longer.waiting(try Self.takeOver(["receive"], from: timed, to: longer)) == ["wait"])
        #expect(longer.waiting(try Self.takeOver(["receive", "wait!"], from: timed, to: longer)) == ["examine"])
        #expect(throws: MigrationRefusal.timerLost("wait")) {
            try Self.takeOver(
                ["receive"],
                from: timed,
                to: plain,
                by: FlowMapping([.init(from: "wait", to: nil)])
            )
        }
        #expect(throws: MigrationRefusal.timerUnset("wait")) { try Self.takeOver(["receive"], from: plain, to: timed) }
    }

    @Test("who waits for a case of its own, or for a duty that would vanish, stays")
    func waitingForOthers() throws {
        let sub = FlowNode(
            "examine",
            .userStep(UserStep(outcomes: [.init("ok", to: "review")], performer: .subCase("expert")))
        )
        let old = try Self.version(sub)
        #expect(throws: MigrationRefusal.awaitsAnswer("examine")) {
            try Self.takeOver(["receive"], from: old, to: try Self.version())
        }
        let heard = try Self.version(.step("review", ["ok": "decide"], mayBeLeft: false))
        let deaf = try Self.version(.step("examine", ["ok": "decide"]), without: ["review"])
        #expect(throws: MigrationRefusal.dutyLost("review")) {
            try Self.takeOver(
                ["receive", "examine"],
                from: heard,
                to: deaf,
                by: FlowMapping([.init(from: "review", to: nil)])
            )
        }
    }

    @Test("a countersign under way keeps signers and votes where they count the same, else the run stays")
    func countersign() throws {
        func signing(_ quorum: Quorum) throws -> Flow {
            try Self.version(
                .init(
                    "review",
                    .userStep(
                        UserStep(
                            outcomes: [.init("ok", to: "decide"), .init("no", to: "examine")],
                            countersign: Countersign(quorum, agreed: "ok", refused: "no")
                        )
                    )
                ),
                .step("archive", ["ok": "end"])
            )
        }
        let old = try signing(.all)
        var marking = try FlowTests.run(old, ["receive", "examine"])
        let history: [FlowEvent] = [
            .started, .completed("receive", outcome: "ok"), .completed("examine", outcome: "ok"),
        ]
        for signer in ["甲", "乙"] { marking = try old.run(marking, .addSigner("review", Signer.ID(signer))) }
        let other = try signing(.any)
        let asked = try other.takeOver(marking, after: history, from: old, by: FlowMapping())
        #expect(other.seats(of: "review", in: asked).map(\.signer) == ["甲", "乙"])
        marking = try old.run(marking, .sign("review", "甲", agrees: true))
        let same = try signing(.all).takeOver(marking, after: history, from: old, by: FlowMapping())
        #expect(old.seats(of: "review", in: same).map(\.agrees) == [true, nil])
        #expect(throws: MigrationRefusal.votesCast("review")) {
            try other.takeOver(marking, after: history, from: old, by: FlowMapping())
        }
    }
}
