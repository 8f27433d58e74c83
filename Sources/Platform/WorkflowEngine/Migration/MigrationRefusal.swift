/// Why a run cannot go on under another version of its graph.
package enum MigrationRefusal: Error, Hashable, Sendable {
    case notRunning(Marking.Phase)
    /// The mapping names a node that its version does not have.
    case unknownNode(FlowNode.ID)
    /// Two nodes would become one.
    case merged(FlowNode.ID)
    /// The node has been reached, and nobody said what takes its place.
    case unmapped(FlowNode.ID)
    /// What the step found or caused would be lost.
    case lost(FlowNode.ID)
    /// The step cannot end so any more.
    case outcomeGone(FlowNode.ID, FlowOutcome.ID)
    /// The run could not have come to the node where it did; the new version waits for others then.
    case outOfOrder(FlowNode.ID, waiting: [FlowNode.ID])
    case returnNotPossible(from: FlowNode.ID, to: FlowNode.ID)
    /// The new version would have nothing left to do.
    case wouldEnd
    /// A step that must be brought to an outcome waits, and would not be met again.
    case dutyLost(FlowNode.ID)
    /// A case of its own, or a message from outside, is under way.
    case awaitsAnswer(FlowNode.ID)
    /// Votes have been cast that the new version does not count the same way.
    case votesCast(FlowNode.ID)
    /// A time that runs would be lost.
    case timerLost(FlowNode.ID)
    /// A time would begin that nobody set going.
    case timerUnset(FlowNode.ID)
}
