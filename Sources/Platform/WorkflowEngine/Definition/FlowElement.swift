/// What a node does when a token reaches it.
package enum FlowElement: Hashable, Sendable, Codable {
    /// Where a run begins; exactly one in a graph.
    case start(to: FlowNode.ID)
    /// Waits until its performer completes it with one of its outcomes; the outcomes are its exclusive gateway.
    case userStep(UserStep)
    /// Waits until the moment its owner announces by `FlowCommand.fire`; the engine itself has no clock.
    case timer(to: FlowNode.ID)
    /// Waits in all of them at once; the one that happens first takes the others away.
    case race(to: [FlowNode.ID])
    /// Sends a token along every branch at once.
    case parallelSplit(to: [FlowNode.ID])
    /// Waits for its incoming branches as `JoinRule` says, then goes on once.
    case parallelJoin(JoinRule, to: FlowNode.ID)
    /// Takes away whatever rests at these nodes, then goes on.
    case cancel([FlowNode.ID], to: FlowNode.ID)
    /// Takes the token away; the run ends when no token is left.
    case end
    /// Takes every token away: the run ends whatever else was going on.
    case terminate
}
