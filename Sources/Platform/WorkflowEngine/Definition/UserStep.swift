package import Kernel

/// The part of a graph that a person completes.
package struct UserStep: Hashable, Sendable, Codable {
    /// The ways it can be completed; never empty in a graph that compiles.
    package let outcomes: [FlowOutcome]
    /// Whether its completion has effects outside, so that no return may void it.
    package let isIrrevocable: Bool

    package init(outcomes: [FlowOutcome], isIrrevocable: Bool = false) {
        self.outcomes = outcomes
        self.isIrrevocable = isIrrevocable
    }
}

/// One way to complete a step, and the node it leads to.
package struct FlowOutcome: Hashable, Sendable, Codable {
    package typealias ID = Identifier<FlowOutcome>

    package let id: ID
    package let to: FlowNode.ID

    package init(_ id: ID, to: FlowNode.ID) {
        self.id = id
        self.to = to
    }
}
