import Kernel
package import WorkflowEngine

extension ProcessDefinition {
    /// The node at which the engine starts; no step may bear this name.
    package static let start: FlowNode.ID = "#start"

    /// The process as the engine runs it: same names, plus a start and a split wherever an outcome leads to several.
    package var flowGraph: FlowGraph {
        var nodes = [FlowNode(ProcessDefinition.start, .start(to: first))]
        for step in steps {
            var outcomes: [FlowOutcome] = []
            for outcome in step.outcomes {
                if outcome.next.count == 1, let next = outcome.next.first {
                    outcomes.append(FlowOutcome(outcome.id, to: next))
                } else {
                    let split = FlowNode.ID("\(step.id)#\(outcome.id)")
                    nodes.append(FlowNode(split, .parallelSplit(to: outcome.next)))
                    outcomes.append(FlowOutcome(outcome.id, to: split))
                }
            }
            let kind = step.kind
            let userStep = UserStep(outcomes: outcomes, onReturn: kind.onReturn, mayBeLeft: kind.mayBeLeft)
            nodes.append(FlowNode(step.id, .userStep(userStep)))
        }
        nodes += junctions.map { FlowNode($0.id, .parallelJoin($0.rule, to: $0.next)) }
        nodes += endings.map { FlowNode($0.id, .end) }
        return FlowGraph(nodes)
    }
}
