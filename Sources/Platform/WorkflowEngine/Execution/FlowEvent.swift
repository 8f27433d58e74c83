/// What has happened to a run.
package enum FlowEvent: Hashable, Sendable, Codable {
    case started
    case completed(FlowNode.ID, outcome: FlowOutcome.ID)
    case chosen(FlowNode.ID, outcomes: [FlowOutcome.ID])
    /// `voided` names the completed steps that no longer count, in the order of the graph.
    case returned(to: FlowNode.ID, from: FlowNode.ID, voided: [FlowNode.ID])
    case fired(FlowNode.ID)
    case signerAdded(FlowNode.ID, Signer.ID, at: Int)
    case signerRemoved(FlowNode.ID, Signer.ID)
    case signed(FlowNode.ID, Signer.ID, agrees: Bool)
    case ended
    case cancelled
}
