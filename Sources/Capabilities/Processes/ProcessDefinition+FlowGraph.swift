import Kernel
package import WorkflowEngine

extension ProcessDefinition {
    /// The node at which the engine starts; no step may bear this name.
    package static let start: FlowNode.ID = "#start"

    /// The process as the engine runs it: same names, plus a start and the gateways that outcomes need on their way.
    package var flowGraph: FlowGraph {
        var nodes = [FlowNode(ProcessDefinition.start, .start(to: first))]
        for step in steps {
            let outcomes = step.outcomes.map { outcome in
                FlowOutcome(outcome.id, to: ProcessDefinition.way(of: outcome, from: step.id, &nodes))
            }
            let userStep = UserStep(
                outcomes: outcomes,
                onReturn: step.kind.onReturn,
                mayBeLeft: step.kind.mayBeLeft,
                performer: step.performer ?? .person,
                needs: step.needs ?? [],
                takesSeveral: step.takesSeveral ?? false,
                countersign: step.countersign
            )
            nodes.append(FlowNode(step.id, .userStep(userStep)))
        }
        nodes += junctions.map { FlowNode($0.id, .parallelJoin($0.rule, to: $0.next)) }
        nodes += endings.map { FlowNode($0.id, $0.terminates == true ? .terminate : .end) }
        nodes += (timers ?? []).map { FlowNode($0.id, .timer(to: $0.next)) }
        return FlowGraph(nodes)
    }

    /// Returns the node an outcome leads to, and adds the gateways before it.
    private static func way(of outcome: StepOutcome, from step: Step.ID, _ nodes: inout [FlowNode]) -> FlowNode.ID {
        var target: FlowNode.ID
        if outcome.next.count == 1, let next = outcome.next.first {
            target = next
        } else {
            target = FlowNode.ID("\(step)#\(outcome.id)")
            let isRace = outcome.isRace == true
            nodes.append(FlowNode(target, isRace ? .race(to: outcome.next) : .parallelSplit(to: outcome.next)))
        }
        if let cancels = outcome.cancels {
            let node = FlowNode.ID("\(step)#\(outcome.id)#cancel")
            nodes.append(FlowNode(node, .cancel(cancels, to: target)))
            target = node
        }
        return target
    }
}
