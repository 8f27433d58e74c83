import Foundation
import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("Rehearsals and the author's own cases")
struct RehearsalTests {
    @Test("a pretended license case goes from receipt to its end, and says where it stands")
    func licensing() throws {
        var rehearsal = try Rehearsal(ProcessTemplate.licensingOnTheSpot.definition())
        #expect(rehearsal.whereabouts == [rehearsal.definition.first])
        for _ in 0..<40 {
            guard let step = rehearsal.whereabouts.first.flatMap(rehearsal.definition.step),
                let outcome = step.outcomes.first
            else { break }
            try rehearsal.take(.complete(step.id, [outcome.id]))
        }
        #expect(rehearsal.marking.phase == .ended)
        let endings = Set(rehearsal.definition.endings.map(\.id))
        #expect(!rehearsal.whereabouts.isEmpty && endings.isSuperset(of: rehearsal.whereabouts))
    }

    @Test("a countersigned step is signed by as many as its quorum needs, a refusal leads the other way")
    func countersigned() throws {
        var draft = try Draft()
        draft.step("examine") {
            $0["countersign"] = ["quorum": "2/3", "inOrder": true, "agreed": "proposed", "refused": "verify"]
        }
        var agreed = try Rehearsal(draft.definition())
        for move in ["receive>registered", "accept>accepted"] { try agreed.take(#require(RehearsalMove(move))) }
        var refused = agreed
        try agreed.take(.complete("examine", ["proposed"]))
        #expect(agreed.whereabouts == ["review"])
        try refused.take(.complete("examine", ["verify"]))
        #expect(refused.whereabouts == ["verify"])
    }

    @Test("a return is offered where the engine allows it, and nowhere else")
    func returns() throws {
        var rehearsal = try Rehearsal(ProcessTemplate.licensingGeneral.definition())
        for move in ["receive>registered", "accept>accepted", "examine>proposed"] {
            try rehearsal.take(#require(RehearsalMove(move)))
        }
        #expect(rehearsal.returns(from: "review").map(\.id) == ["examine"])
        try rehearsal.take(.goBack(from: "review", to: "examine"))
        #expect(rehearsal.whereabouts == ["examine"])
    }

    @Test(
        "a case that comes out otherwise says where and why",
        arguments: [
            (["receive>registered", "accept>accepted"], ["examine"], nil),
            (["receive>registered"], ["examine"], .elsewhere(found: ["accept"])),
            (["receive>lost"], ["accept"], .refused(move: 1, .unknownOutcome("receive", "lost"))),
            (
                ["receive>registered", "receive>registered"], ["accept"],
                .refused(move: 2, .notWaiting("receive"))
            ),
        ] as [([String], [Step.ID], ProcessTestCase.Fault?)]
    )
    func cases(moves: [String], goal: [Step.ID], fault: ProcessTestCase.Fault?) throws {
        let definition = try ProcessTemplate.licensingGeneral.definition()
        let testCase = ProcessTestCase(name: "受理", moves: try moves.map { try #require(RehearsalMove($0)) }, goal: goal)
        #expect(testCase.fault(in: definition) == fault)
    }

    @Test("moves read back as they are written", arguments: ["examine>proposed", "a>b+c", "wait!", "review<examine"])
    func moves(text: String) throws {
        #expect(RehearsalMove(text)?.description == text)
    }

    @Test("what is no move is none", arguments: ["", ">", "a>", "<b", "a"])
    func noMoves(text: String) { #expect(RehearsalMove(text) == nil) }
}
