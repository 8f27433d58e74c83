/// Every state a run can reach, with one shortest path to each: the ground for proofs about all runs.
package struct MarkingGraph: Sendable {
    /// Above this many states a definition is refused as unprovable.
    package static let greatestSize = 100_000

    package struct TooLarge: Error, Hashable, Sendable {
        package let limit: Int
    }

    /// A move from one state to another; states are numbered in the order they were found, 0 is the start.
    package struct Edge: Hashable, Sendable {
        package let from: Int
        package let move: FlowMove
        package let to: Int
        /// The number of the outcome or timer in `Marking.done`; `nil` for a return.
        package let transition: Int?
        /// Whether the move found every place it needed empty.
        package let isSafe: Bool
    }

    package let flow: Flow
    package let states: [Marking]
    package let edges: [Edge]
    /// For each state the edge by which it was found first; `nil` for the start.
    private let discovery: [Int?]

    /// - Throws: `TooLarge` when there are more than `limit` states.
    package init(_ flow: Flow, limit: Int = MarkingGraph.greatestSize) throws(TooLarge) {
        var start = flow.evolve(Marking(), .started)
        if start.tokens.isEmpty { start.phase = .ended }
        var states = [start]
        var edges: [Edge] = []
        var discovery: [Int?] = [nil]
        var numbers = [start: 0]
        var next = 0
        while next < states.count {
            let state = states[next]
            for move in flow.moves(in: state) {
                let (marking, isSafe) = flow.make(move, in: state)
                let to: Int
                if let known = numbers[marking] {
                    to = known
                } else {
                    to = states.count
                    guard to < limit else { throw TooLarge(limit: limit) }
                    numbers[marking] = to
                    states.append(marking)
                    discovery.append(edges.count)
                }
                edges.append(
                    Edge(from: next, move: move, to: to, transition: flow.transition(of: move), isSafe: isSafe)
                )
            }
            next += 1
        }
        self.flow = flow
        self.states = states
        self.edges = edges
        self.discovery = discovery
    }

    /// The moves of a shortest run from the start to a state.
    package func path(to state: Int) -> [FlowMove] {
        var moves: [FlowMove] = []
        var current = state
        while let edge = discovery[current] {
            moves.append(edges[edge].move)
            current = edges[edge].from
        }
        return moves.reversed()
    }

    package func path(through edge: Edge) -> [FlowMove] { path(to: edge.from) + [edge.move] }
}

extension Flow {
    /// Everything that may happen next: outcomes in the order of the definition, then returns.
    package func moves(in marking: Marking) -> [FlowMove] {
        guard marking.phase == .running else { return [] }
        var moves: [FlowMove] = []
        for place in marking.tokens.numbers where places[place].from == nil {
            let node = nodes[places[place].node]
            for transition in node.transitions {
                moves.append(transitions[transition].outcome.map { .complete(node.id, outcome: $0) } ?? .fire(node.id))
            }
            if case .step = node.kind {
                moves += returnTargets(from: node.id, in: marking).map { .returnTo($0, from: node.id) }
            }
        }
        return moves
    }

    fileprivate func transition(of move: FlowMove) -> Int? {
        switch move {
        case .complete(let step, let outcome): transition(step, outcome)
        case .fire(let timer): numbers[timer].map { nodes[$0].transitions.lowerBound }
        case .returnTo: nil
        }
    }

    /// Makes a move that `moves` offered, and tells whether no token ran into another.
    func make(_ move: FlowMove, in marking: Marking) -> (marking: Marking, isSafe: Bool) {
        var next = marking
        var isSafe = true
        switch move {
        case .complete(let step, let outcome):
            if let number = numbers[step], let taken = transition(step, outcome) {
                isSafe = complete(number, by: taken, &next)
            }
        case .fire(let timer):
            if let number = numbers[timer] {
                isSafe = complete(number, by: nodes[number].transitions.lowerBound, &next)
            }
        case .returnTo(let target, _):
            if let number = numbers[target] { goBack(to: number, &next) }
        }
        if next.tokens.isEmpty { next.phase = .ended }
        return (next, isSafe)
    }
}
