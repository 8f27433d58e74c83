import Kernel
import Testing
import WorkflowEngine

extension ControlFlowPattern {
    private static func countersigned(_ quorum: Quorum, inOrder: Bool = false) throws -> ModelRun {
        let rule = Countersign(quorum, inOrder: inOrder, agreed: "agreed", refused: "refused")
        return try ModelRun([
            .step("a", to: "sign"),
            .step("sign", ["agreed": "b", "refused": "a", "settled": "b"], countersign: rule),
            .step("b", to: "end"), .end,
        ])
    }

    private static func asking(
        _ quorum: Quorum,
        _ signers: [Signer.ID],
        inOrder: Bool = false
    ) throws -> ModelRun {
        var run = try countersigned(quorum, inOrder: inOrder)
        try run.complete("a")
        for signer in signers { try run.send(.addSigner("sign", signer)) }
        return run
    }

    /// Multiple instances, as countersigning (会签): 12–15, 26, 27, 34–36.
    static let instances: [ControlFlowPattern] = [
        .notNeeded(12, "Multiple Instances without Synchronization", "what nobody waits for is a case of its own"),
        .supported(13, "Multiple Instances with a Priori Design-Time Knowledge") {
            // As many as the definition says: three must agree.
            var run = try asking(.count(3), ["x", "y", "z"])
            try run.send(.sign("sign", "x", agrees: true))
            try run.send(.sign("sign", "z", agrees: true))
            run.expect("sign")
            try run.send(.sign("sign", "y", agrees: true))
            run.expect("b")
        },
        .supported(14, "Multiple Instances with a Priori Run-Time Knowledge") {
            var run = try asking(.all, ["x", "y"], inOrder: true)
            run.refuses(.sign("sign", "y", agrees: true), .notYourTurn("sign", next: "x"))
            run.refuses(.complete("sign", outcome: "agreed"), .notThePerformer("sign"))
            try run.send(.sign("sign", "x", agrees: true))
            try run.send(.sign("sign", "y", agrees: true))
            run.expect("b")
        },
        .supported(15, "Multiple Instances without a Priori Run-Time Knowledge") {
            var run = try asking(.all, ["x", "y"], inOrder: true)
            try run.send(.sign("sign", "x", agrees: true))
            run.refuses(.addSigner("sign", "x"), .alreadySigner("sign", "x"))
            run.refuses(.addSigner("sign", "w", at: 0), .placeTaken("sign", 0))
            try run.send(.addSigner("sign", "w", at: 1))
            try run.send(.removeSigner("sign", "y"))
            run.refuses(.removeSigner("sign", "x"), .alreadySigned("sign", "x"))
            try run.send(.sign("sign", "w", agrees: true))
            run.expect("b")
        },
        .supported(26, "Cancel Multiple Instance Activity") {
            // A return out of the countersign; coming back, the same people are asked again from the start.
            var run = try asking(.all, ["x", "y"])
            try run.send(.sign("sign", "x", agrees: true))
            try run.send(.returnTo("a", from: "sign"))
            run.expect("a")
            try run.complete("a")
            #expect(run.flow.seats(of: "sign", in: run.marking).map(\.signer) == ["x", "y"])
            try run.send(.sign("sign", "y", agrees: true))
            run.expect("sign")
            try run.send(.sign("sign", "x", agrees: true))
            run.expect("b")
            // A return into it asks them once more, and leaves nobody waiting for nothing.
            try run.send(.returnTo("sign", from: "b"))
            run.expect("sign")
            #expect(run.flow.seats(of: "sign", in: run.marking).allSatisfy { $0.agrees == nil })
        },
        .supported(27, "Complete Multiple Instance Activity") {
            var run = try asking(.all, ["x", "y"])
            try run.send(.sign("sign", "x", agrees: true))
            try run.complete("sign.settled")
            run.expect("b")
        },
        .supported(34, "Static Partial Join for Multiple Instances") {
            var run = try asking(.count(2), ["x", "y", "z"])
            try run.send(.sign("sign", "x", agrees: true))
            try run.send(.sign("sign", "y", agrees: false))
            run.expect("sign")
            try run.send(.sign("sign", "z", agrees: true))
            run.expect("b")
        },
        .supported(35, "Cancelling Partial Join for Multiple Instances") {
            var run = try asking(.any, ["x", "y", "z"])
            try run.send(.sign("sign", "y", agrees: true))
            run.expect("b")
            run.refuses(.sign("sign", "x", agrees: true), .notWaiting("sign"))
        },
        .supported(36, "Dynamic Partial Join for Multiple Instances") {
            // Two of three, of however many there come to be.
            var run = try asking(.share(2, of: 3), ["u", "v", "w"])
            try run.send(.sign("sign", "u", agrees: true))
            for signer in ["x", "y", "z"] as [Signer.ID] { try run.send(.addSigner("sign", signer)) }
            try run.send(.sign("sign", "v", agrees: true))
            try run.send(.sign("sign", "w", agrees: true))
            run.expect("sign")
            try run.send(.sign("sign", "x", agrees: false))
            try run.send(.sign("sign", "y", agrees: false))
            run.expect("sign")
            try run.send(.sign("sign", "z", agrees: false))
            run.expect("a")
        },
    ]
}
