/// Why a run refuses a command.
package enum FlowRefusal: Error, Hashable, Sendable {
    case alreadyStarted
    case notRunning(Marking.Phase)
    case unknownNode(FlowNode.ID)
    case notWaiting(FlowNode.ID)
    case unknownOutcome(FlowNode.ID, FlowOutcome.ID)
    /// A return may only lead to a step that is completed and still counts.
    case notCompleted(FlowNode.ID)
    /// The step asked to give up its token does not lie behind the target.
    case notBehind(FlowNode.ID, target: FlowNode.ID)
    /// The return would take the run away from a step that must be brought to an outcome.
    case wouldLeave(FlowNode.ID)
    /// The return would void a step whose effects are already outside.
    case wouldVoid(FlowNode.ID)
    /// The step is completed by someone else: a message, a sub-case, its signers.
    case notThePerformer(FlowNode.ID)
    case unmet(FlowNode.ID, FlowCondition)
    case nothingChosen(FlowNode.ID)
    case notCountersigned(FlowNode.ID)
    case unknownSigner(FlowNode.ID, Signer.ID)
    case alreadySigner(FlowNode.ID, Signer.ID)
    case alreadySigned(FlowNode.ID, Signer.ID)
    /// Somebody else signs first.
    case notYourTurn(FlowNode.ID, next: Signer.ID)
    /// A signer cannot stand before one who has signed.
    case placeTaken(FlowNode.ID, Int)
    /// Nobody would be left to sign.
    case lastSigner(FlowNode.ID)
}
