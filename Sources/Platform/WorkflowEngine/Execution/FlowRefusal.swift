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
}
