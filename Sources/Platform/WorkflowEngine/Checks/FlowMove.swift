/// One thing that may happen to a run next; a list of them is a path that can be shown.
package enum FlowMove: Hashable, Sendable {
    case complete(FlowNode.ID, outcome: FlowOutcome.ID)
    case fire(FlowNode.ID)
    case returnTo(FlowNode.ID, from: FlowNode.ID)

    package var command: FlowCommand {
        switch self {
        case .complete(let step, let outcome): .complete(step, outcome: outcome)
        case .fire(let timer): .fire(timer)
        case .returnTo(let target, let from): .returnTo(target, from: from)
        }
    }
}
