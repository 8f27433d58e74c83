import Kernel
import Testing
import WorkflowEngine

/// A model brought to life: made from few words, proved sound, and led step by step.
struct ModelRun {
    let flow: Flow
    private(set) var marking = Marking()

    /// Makes a run of a model given without its start; the first node begins it.
    init(_ nodes: [FlowNode], isSound: Bool = true, _ place: SourceLocation = #_sourceLocation) throws {
        let first = try #require(nodes.first, sourceLocation: place)
        flow = try Flow(FlowGraph([FlowNode("start", .start(to: first.id))] + nodes))
        #expect(try MarkingGraph(flow).soundnessFaults().isEmpty == isSound, sourceLocation: place)
        try send(.start)
    }

    mutating func send(_ command: FlowCommand) throws { marking = try flow.run(marking, command) }

    /// Completes steps, each written `step` (with outcome `ok`) or `step.outcome`; `!timer` fires a timer.
    mutating func complete(_ steps: String...) throws {
        for step in steps {
            let words = step.split(separator: ".").map(String.init)
            if step.hasPrefix("!") {
                try send(.fire(FlowNode.ID(String(step.dropFirst()))))
            } else {
                try send(.complete(FlowNode.ID(words[0]), outcome: FlowOutcome.ID(words.count > 1 ? words[1] : "ok")))
            }
        }
    }

    mutating func choose(_ step: FlowNode.ID, _ outcomes: FlowOutcome.ID...) throws {
        try send(.choose(step, outcomes: outcomes))
    }

    /// What waits, in the order of the model, and whether the run has ended.
    func expect(_ waiting: FlowNode.ID..., ended: Bool = false, _ place: SourceLocation = #_sourceLocation) {
        #expect(flow.waiting(marking) == waiting, sourceLocation: place)
        #expect((marking.phase == .ended) == ended, sourceLocation: place)
        #expect(Marking(marking.description) == marking, sourceLocation: place)
    }

    func refuses(_ command: FlowCommand, _ refusal: FlowRefusal, _ place: SourceLocation = #_sourceLocation) {
        #expect(throws: refusal, sourceLocation: place) { try flow.decide(marking, command) }
    }
}

extension FlowNode {
    /// A step; `ok` leads to the node named, unless outcomes are given.
    static func step(
        _ id: ID,
        to next: ID? = nil,
        _ outcomes: KeyValuePairs<FlowOutcome.ID, ID> = [:],
        by performer: Performer = .person,
        needs: [FlowCondition] = [],
        several: Bool = false,
        countersign: Countersign? = nil
    ) -> FlowNode {
        let first = next.map { [FlowOutcome("ok", to: $0)] } ?? []
        return FlowNode(
            id,
            .userStep(
                UserStep(
                    outcomes: first + outcomes.map { FlowOutcome($0.key, to: $0.value) },
                    performer: performer,
                    needs: needs,
                    takesSeveral: several,
                    countersign: countersign
                )
            )
        )
    }

    static func split(_ id: ID, to branches: ID...) -> FlowNode { FlowNode(id, .parallelSplit(to: branches)) }

    static func race(_ id: ID, to branches: ID...) -> FlowNode { FlowNode(id, .race(to: branches)) }

    static func join(_ id: ID, _ rule: JoinRule = .all, to next: ID) -> FlowNode {
        FlowNode(id, .parallelJoin(rule, to: next))
    }

    static func cancel(_ id: ID, _ nodes: [ID], to next: ID) -> FlowNode { FlowNode(id, .cancel(nodes, to: next)) }

    static func timer(_ id: ID, to next: ID) -> FlowNode { FlowNode(id, .timer(to: next)) }

    static let end = FlowNode("end", .end)
}
