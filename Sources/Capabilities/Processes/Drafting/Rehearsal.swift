import Kernel
package import WorkflowEngine

/// A pretended case of a process: it walks through the engine that real cases walk through, and is written nowhere.
package struct Rehearsal: Sendable {
    package let definition: ProcessDefinition
    package let flow: Flow
    package private(set) var marking: Marking
    package private(set) var moves: [RehearsalMove] = []

    package init(_ definition: ProcessDefinition) throws(FlowFault) {
        self.definition = definition
        flow = try Flow(definition.flowGraph)
        // A graph that compiles can be started.
        marking = (try? flow.run(Marking(), .start)) ?? Marking()
    }

    /// Makes one move; a step that several sign is signed by as many as its quorum needs.
    package mutating func take(_ move: RehearsalMove) throws(FlowRefusal) {
        marking = try after(move)
        moves.append(move)
    }

    /// The steps and timers that wait, or the endings reached once nothing waits.
    package var whereabouts: [Step.ID] {
        let waiting = flow.waiting(marking)
        return waiting.isEmpty ? flow.endings(in: marking) : waiting
    }

    /// The steps a return from `step` may lead to as things stand.
    package func returns(from step: Step.ID) -> [Step] {
        definition.steps.filter { target in
            target.id != step && (try? flow.decide(marking, .returnTo(target.id, from: step))) != nil
        }
    }

    private func after(_ move: RehearsalMove) throws(FlowRefusal) -> Marking {
        switch move {
        case .fire(let timer): return try flow.run(marking, .fire(timer))
        case .goBack(let from, let to): return try flow.run(marking, .returnTo(to, from: from))
        case .complete(let id, let outcomes):
            guard outcomes.count == 1, let outcome = outcomes.first else {
                return try flow.run(marking, .choose(id, outcomes: outcomes))
            }
            let step = definition.step(id)
            if let countersign = step?.countersign, [countersign.agreed, countersign.refused].contains(outcome) {
                return try signed(id, countersign, agrees: outcome == countersign.agreed)
            }
            return try flow.run(marking, .complete(id, outcome: outcome, by: step?.performer ?? .person))
        }
    }

    private func signed(_ step: Step.ID, _ countersign: Countersign, agrees: Bool) throws(FlowRefusal) -> Marking {
        var marking = marking
        let signers = (1...countersign.quorum.pretendedSigners).map { Signer.ID("会签人\($0)") }
        for signer in signers where (try? flow.decide(marking, .addSigner(step, signer))) != nil {
            marking = try flow.run(marking, .addSigner(step, signer))
        }
        for signer in signers where flow.waiting(marking).contains(step) {
            marking = try flow.run(marking, .sign(step, signer, agrees: agrees))
        }
        return marking
    }
}

extension Quorum {
    /// How many sign in a rehearsal: enough that the quorum means what it says.
    fileprivate var pretendedSigners: Int {
        switch self {
        case .all, .any: 2
        case .count(let count): count
        case .share(_, let whole): whole
        }
    }
}
