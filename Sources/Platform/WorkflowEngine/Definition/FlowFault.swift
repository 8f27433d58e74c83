/// Why a graph cannot be run at all, whatever its tokens do.
package enum FlowFault: Error, Hashable, Sendable {
    case duplicateNode(FlowNode.ID)
    case duplicateOutcome(FlowNode.ID, FlowOutcome.ID)
    case unknownTarget(FlowNode.ID, of: FlowNode.ID)
    case startCount(Int)
    case noEnd
    case leadsBackToStart(FlowNode.ID)
    case noOutcome(FlowNode.ID)
    case noBranch(FlowNode.ID)
    /// Splits and joins alone form a circle: a token would never come to rest.
    case gatewayCycle(FlowNode.ID)
}
