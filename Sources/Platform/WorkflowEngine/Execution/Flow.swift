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
        /// The place in which a token rests here; `nil` where none rests.
        let place: Int?
        /// The transitions that leave the node, in the order of the definition.
        let transitions: Range<Int>
        /// The places that lose their token when this node is completed, because they race with it.
        var rivals = BitSet()
    }

    enum Kind: Sendable {
        case start, timer, split, race, end, terminate
        case step(UserStep)
        case join(Join)
        /// The places that lose their token.
        case cancel(BitSet)
    }

    struct Join: Sendable {
        let rule: JoinRule
        /// The places of the incoming branches.
        let arms: [Int]
        /// The nodes between the branches' common beginning and the join; only for a join that need not wait for all.
        let region: BitSet
        /// The bits of `Marking.done` that remember which branches had arrived when the join fired, then whether it has
        /// fired in this round; empty for a join of all branches.
        let memory: Range<Int>
    }

    struct Transition: Sendable {
        let node: Int
        /// `nil` for what is not an outcome of a step: start, timer, branch, join.
        let outcome: FlowOutcome.ID?
        let arc: Arc
    }

    /// What a return to a node undoes.
    struct Behind: Sendable {
        /// Places that lose their token.
        let places: BitSet
        /// Those of them that a return must not take the run away from.
        let duties: BitSet
        /// Transitions that no longer count.
        let undone: BitSet
        /// Transitions whose effects are outside: if one has happened the return is refused.
        let irrevocable: BitSet
        let rearrivals: [Rearrival]
    }

    /// A branch of a join that stays arrived, although the join itself is undone.
    struct Rearrival: Sendable {
        /// The transition that tells whether the join has fired.
        let fired: Int
        /// The bit that tells whether the branch had arrived then; `nil` where all had.
        let memory: Int?
        let arm: Int
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
    let behind: [Behind]
    /// For each node: the steps that it can follow and a return may lead to.
    let returnable: [BitSet]
    let joins: [Int]
    /// Those of the joins that wait for what is still arriving.
    let arriving: [Int]

    package init(_ graph: FlowGraph) throws(FlowFault) {
        let plan = try FlowPlan(graph)
        self.graph = graph
        nodes = plan.nodes
        transitions = plan.transitions
        numbers = plan.numbers
        start = plan.start
        places = plan.places
        following = plan.following
        behind = plan.behind
        returnable = plan.returnable
        joins = plan.nodes.indices.filter { plan.nodes[$0].join != nil }
        arriving = joins.filter { plan.nodes[$0].join?.rule == .arriving }
    }

    package func number(of id: FlowNode.ID) -> Int? { numbers[id] }

    /// Whether a run can come from one node to the other; a node follows itself.
    package func canFollow(_ later: FlowNode.ID, _ earlier: FlowNode.ID) -> Bool {
        guard let from = numbers[earlier], let to = numbers[later] else { return false }
        return following[from].contains(to)
    }

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

    /// The ends that what has been done leads to, in the order of the graph.
    package func endings(in marking: Marking) -> [FlowNode.ID] {
        var open = marking.done.numbers.compactMap { $0 < transitions.count ? transitions[$0].arc.node : nil }
        var seen = BitSet()
        while let number = open.popLast() {
            guard !seen.contains(number) else { continue }
            seen.insert(number)
            switch nodes[number].kind {
            case .split, .cancel: open += nodes[number].transitions.map { transitions[$0].arc.node }
            case .start, .timer, .race, .end, .terminate, .step, .join: continue
            }
        }
        return nodes.indices.filter { seen.contains($0) && nodes[$0].isEnd }.map { nodes[$0].id }
    }

    func isDone(_ node: Int, _ marking: Marking) -> Bool {
        nodes[node].transitions.contains { marking.done.contains($0) }
    }
}

extension Flow.Node {
    var step: UserStep? { if case .step(let step) = kind { step } else { nil } }

    var isEnd: Bool {
        switch kind {
        case .end, .terminate: true
        case .start, .timer, .split, .race, .step, .join, .cancel: false
        }
    }

    var join: Flow.Join? { if case .join(let join) = kind { join } else { nil } }
}
