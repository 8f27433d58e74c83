/// What must hold elsewhere in the run while a step is completed: milestones and work that must not overlap.
package enum FlowCondition: Hashable, Sendable, Codable {
    /// The node waits.
    case waiting(FlowNode.ID)
    /// The node does not wait.
    case idle(FlowNode.ID)
    /// The step has been completed, and that still counts.
    case done(FlowNode.ID)

    package var node: FlowNode.ID {
        switch self {
        case .waiting(let node), .idle(let node), .done(let node): node
        }
    }
}
