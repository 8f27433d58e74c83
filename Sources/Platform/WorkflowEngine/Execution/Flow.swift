/// A graph made ready to run: names turned into numbers, reachability known.
///
/// Making one costs a walk over the graph; keep it as long as the definition is in use. It is a value without state.
package struct Flow: Sendable {
    /// Where an arc leads: to a node, or to a branch of a join (which is a place of its own).
    struct Arc: Sendable {
        let node: Int
        let place: Int?
    }

    struct Node: Sendable {
        let id: FlowNode.ID
        let kind: Kind
        /// The place in which a token rests here; `nil` for gateways, start and end.
        let place: Int?
        /// The transitions that leave the node, in the order of the definition.
        let transitions: Range<Int>
    }

    enum Kind: Sendable {
        case start, timer, split, end
        case step(ReturnRule, mayBeLeft: Bool)
        /// The places of the incoming branches.
        case join(arms: [Int])
    }

    struct Transition: Sendable {
        let node: Int
        /// `nil` for what is not an outcome of a step: start, timer, branch, join.
        let outcome: FlowOutcome.ID?
        let arc: Arc
    }

    package let graph: FlowGraph
    let nodes: [Node]
    let transitions: [Transition]
    let numbers: [FlowNode.ID: Int]
    let start: Int
    /// The node at which each place is, and for a branch of a join the node it comes from.
    let places: [(node: Int, from: Int?)]
    /// For each node: the nodes that can follow it, itself included.
    let following: [BitSet]

    package init(_ graph: FlowGraph) throws(FlowFault) {
        let plan = try FlowPlan(graph)
        self.graph = graph
        nodes = plan.nodes
        transitions = plan.transitions
        numbers = plan.numbers
        start = plan.start
        places = plan.places
        following = plan.following
    }

    package func number(of id: FlowNode.ID) -> Int? { numbers[id] }

    /// The steps and timers that wait, in the order of the graph.
    package func waiting(_ marking: Marking) -> [FlowNode.ID] {
        marking.tokens.numbers.compactMap { places[$0].from == nil ? nodes[places[$0].node].id : nil }
    }

    /// Whether the step's last completion, with any outcome or the one given, still counts.
    package func isDone(_ step: FlowNode.ID, outcome: FlowOutcome.ID? = nil, in marking: Marking) -> Bool {
        guard let number = numbers[step] else { return false }
        return nodes[number].transitions.contains {
            marking.done.contains($0) && (outcome == nil || transitions[$0].outcome == outcome)
        }
    }

    /// The number of an outcome, the one it has in `Marking.done`.
    package func transition(_ step: FlowNode.ID, _ outcome: FlowOutcome.ID) -> Int? {
        guard let number = numbers[step] else { return nil }
        return nodes[number].transitions.first { transitions[$0].outcome == outcome }
    }
}
