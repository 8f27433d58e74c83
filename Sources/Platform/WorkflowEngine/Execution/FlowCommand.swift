/// What can be asked of a run.
package enum FlowCommand: Hashable, Sendable {
    case start
    case complete(FlowNode.ID, outcome: FlowOutcome.ID)
    /// Goes back from a waiting step to one completed earlier; what lies between is voided.
    case returnTo(FlowNode.ID, from: FlowNode.ID)
    case fire(FlowNode.ID)
    case cancel
}
