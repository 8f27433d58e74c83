/// Why not every run of a graph comes to a good end; with the moves that show it.
package enum SoundnessFault: Hashable, Sendable {
    /// No run ever reaches the node.
    case neverReached(FlowNode.ID)
    /// Some branches have arrived, and no run brings the rest.
    case joinNeverFires(FlowNode.ID)
    /// Nothing can happen any more, and the run has not ended.
    case deadEnd(waitingAt: [FlowNode.ID], path: [FlowMove])
    /// However the run goes on, it never ends.
    case neverEnds(path: [FlowMove])
    /// Two tokens meet where only one can be: a branch would silently be lost.
    case collision(path: [FlowMove])
}
