/// What can be asked of a run.
package enum FlowCommand: Hashable, Sendable {
    case start
    case complete(FlowNode.ID, outcome: FlowOutcome.ID, by: Performer = .person)
    /// Takes several outcomes of a step together.
    case choose(FlowNode.ID, outcomes: [FlowOutcome.ID])
    case fire(FlowNode.ID)
    /// Asks one more to sign, in this place of the order; at the end where `nil`.
    case addSigner(FlowNode.ID, Signer.ID, at: Int? = nil)
    case removeSigner(FlowNode.ID, Signer.ID)
    case sign(FlowNode.ID, Signer.ID, agrees: Bool)
    /// Goes back from a waiting step to one completed earlier; what lies between is voided.
    case returnTo(FlowNode.ID, from: FlowNode.ID)
    case cancel
}
