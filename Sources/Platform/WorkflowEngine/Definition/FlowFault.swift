/// Why a graph cannot be run at all, whatever its tokens do.
package enum FlowFault: Error, Hashable, Sendable {
    case duplicateNode(FlowNode.ID)
    case duplicateOutcome(FlowNode.ID, FlowOutcome.ID)
    case unknownTarget(FlowNode.ID, of: FlowNode.ID)
    /// The countersign names an outcome that the step does not have, or the same twice.
    case unknownOutcome(FlowNode.ID, FlowOutcome.ID)
    case startCount(Int)
    case noEnd
    case leadsBackToStart(FlowNode.ID)
    case noOutcome(FlowNode.ID)
    case noBranch(FlowNode.ID)
    /// More outcomes that may be taken together than can be proved.
    case tooManyBranches(FlowNode.ID)
    /// A race leads to something that does not wait.
    case raceWithoutWait(FlowNode.ID, FlowNode.ID)
    /// A join waits for more branches than lead to it.
    case joinTooFewBranches(FlowNode.ID)
    /// Gateways alone form a circle: a token would never come to rest.
    case gatewayCycle(FlowNode.ID)
}
