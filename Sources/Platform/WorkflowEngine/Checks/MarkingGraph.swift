/// Every state a run can reach, with one shortest path to each: the ground for proofs about all runs.
package struct MarkingGraph: Sendable {
    /// Above this many states a definition is refused as unprovable.
    package static let greatestSize = 100_000

    package struct TooLarge: Error, Hashable, Sendable {
        package let limit: Int
    }

    /// A move from one state to another; states are numbered in the order they were found, 0 is the start.
    package struct Edge: Sendable {
        package let from: Int
        package let to: Int
        /// Whether the move found every place it needed empty.
        package let isSafe: Bool
        let jump: FlowJump

        /// The numbers of the outcomes or the timer in `Marking.done`; empty for a return.
        package var taken: BitSet { if case .take(_, let taken) = jump { taken } else { BitSet() } }

        /// Whether the move is no return.
        package var isForward: Bool { if case .take = jump { true } else { false } }
    }

    package let flow: Flow
    package private(set) var states: [Marking]
    package private(set) var edges: [Edge] = []
    /// Whether only returns led to some node, and it is not certain that a run can make them.
    package private(set) var isUncertain = false
    /// For each state the edge by which it was found first; `nil` for the start.
    private var discovery: [Int?] = [nil]
    private var numbers: [Marking: Int]
    private var normalized: [BitSet: BitSet] = [:]
    private let observation: Observation?
    private let limit: Int

    /// - Parameters:
    ///   - flow: the graph.
    ///   - acts: the groups of outcomes whose past the proof asks for; `nil` for a graph of all there is to know.
    ///   - limit: the most states to look at.
    /// - Throws: `TooLarge` when there are more than `limit` states.
    package init(
        _ flow: Flow,
        observing acts: [BitSet]? = nil,
        limit: Int = MarkingGraph.greatestSize
    ) throws(TooLarge) {
        self.flow = flow
        self.limit = limit
        observation = acts.map { Observation(flow, of: $0) }
        var start = flow.evolve(Marking(), .started)
        if start.tokens.isEmpty { start.phase = .ended }
        if let observation { start.done = observation.normalize(start.done) }
        states = [start]
        numbers = [start: 0]
        try explore()
    }

    /// Goes forward as far as possible before any return is tried, so that what needs no return is shown without one.
    private mutating func explore() throws(TooLarge) {
        var forward = 0
        var back = 0
        var reached: BitSet?
        while back < states.count {
            if forward < states.count {
                for jump in flow.forwardJumps(in: states[forward]) { try make(jump, from: forward) }
                forward += 1
                continue
            }
            let certain = reached ?? visited
            reached = certain
            let state = states[back]
            let isExact = observation == nil
            let flow = flow
            for jump in flow.backJumps(
                in: state,
                where: { isExact ? flow.isDone($0, state) : certain.contains($0) }
            ) {
                try make(jump, from: back)
            }
            back += 1
        }
        if observation != nil, let reached { isUncertain = !visited.isSubset(of: reached) }
    }

    private mutating func make(_ jump: FlowJump, from: Int) throws(TooLarge) {
        var (marking, isSafe) = flow.make(jump, in: states[from])
        if let observation, marking.done != states[from].done { normalize(&marking.done, observation) }
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
        edges.append(Edge(from: from, to: to, isSafe: isSafe, jump: jump))
    }

    private mutating func normalize(_ done: inout BitSet, _ observation: Observation) {
        if let known = normalized[done] {
            done = known
        } else {
            let result = observation.normalize(done)
            normalized[done] = result
            done = result
        }
    }

    /// The nodes at which a token rests in some state.
    private var visited: BitSet {
        var places = BitSet()
        for state in states { places.formUnion(state.tokens) }
        return BitSet(places.numbers.map { flow.places[$0].node })
    }

    /// The moves that are no returns.
    package var forwardEdges: [Edge] { edges.filter(\.isForward) }

    /// The moves of a shortest run from the start to a state.
    package func path(to state: Int) -> [FlowMove] {
        var moves: [FlowMove] = []
        var current = state
        while let edge = discovery[current] {
            moves.append(move(edges[edge]))
            current = edges[edge].from
        }
        return moves.reversed()
    }

    package func path(through edge: Edge) -> [FlowMove] { path(to: edge.from) + [move(edge)] }

    package func move(_ edge: Edge) -> FlowMove { flow.move(edge.jump) }
}
