package import Kernel

/// The part of a graph that waits for an answer from outside: a person's, another system's, a sub-case's.
package struct UserStep: Hashable, Sendable, Codable {
    /// The ways it can be completed; never empty in a graph that compiles.
    package let outcomes: [FlowOutcome]
    package let onReturn: ReturnRule
    /// Whether a return may take the run away from the step while it waits; otherwise one of its outcomes must be taken.
    package let mayBeLeft: Bool
    package let performer: Performer
    /// All of these must hold when the step is completed.
    package let needs: [FlowCondition]
    /// Whether several outcomes may be taken together, each sending a token its way (multiple choice).
    package let takesSeveral: Bool
    package let countersign: Countersign?

    package init(
        outcomes: [FlowOutcome],
        onReturn: ReturnRule = .voided,
        mayBeLeft: Bool = true,
        performer: Performer = .person,
        needs: [FlowCondition] = [],
        takesSeveral: Bool = false,
        countersign: Countersign? = nil
    ) {
        self.outcomes = outcomes
        self.onReturn = onReturn
        self.mayBeLeft = mayBeLeft
        self.performer = performer
        self.needs = needs
        self.takesSeveral = takesSeveral
        self.countersign = countersign
    }
}

/// Who completes a step.
package enum Performer: Hashable, Sendable, Codable {
    case person
    /// A message from outside, by its name.
    case message(String)
    /// A case of its own under the process named; its result is the outcome.
    case subCase(String)
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

/// What a return that passes over a completed step does to it.
package enum ReturnRule: String, Hashable, Sendable, Codable {
    /// It no longer counts and has to be done again.
    case voided
    /// It still counts: what has been found or heard stays so.
    case kept
    /// Its effects are already outside: the return is refused.
    case irrevocable
}
