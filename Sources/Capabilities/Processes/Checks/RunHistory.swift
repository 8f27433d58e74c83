import WorkflowEngine

/// Rules that remember: for each, one bit that an act sets and another may clear, carried along every run.
///
/// The pair (state of the run, bits) is explored like the states themselves, with the same bound.
struct RunHistory {
    /// The bit of a rule and when it is a fault.
    struct Memory {
        let rule: FrameRule
        /// Outcomes that set the bit.
        let opens: BitSet
        /// Outcomes that clear it.
        let closes: BitSet
        /// Outcomes that must not happen while it is set.
        let forbids: BitSet
        /// Whether a run must not end while it is set.
        let forbidsEnd: Bool
    }

    let runs: ProcessRuns
    let memories: [Memory]

    init(_ runs: ProcessRuns, _ frame: Frame) {
        self.runs = runs
        memories = frame.rules.compactMap { rule in RunHistory.memory(of: rule, in: runs) }
    }

    private static func memory(of rule: FrameRule, in runs: ProcessRuns) -> Memory? {
        switch rule.test {
        case .answers(let answer, let question, let act):
            Memory(
                rule: rule,
                opens: runs.transitions(of: question),
                closes: runs.transitions(of: answer),
                forbids: runs.transitions(of: act),
                forbidsEnd: false
            )
        case .atMostOnce(let act):
            Memory(
                rule: rule,
                opens: runs.transitions(of: act),
                closes: BitSet(),
                forbids: runs.transitions(of: act),
                forbidsEnd: false
            )
        case .endsWith(let last, let act):
            Memory(
                rule: rule,
                opens: runs.transitions(of: act),
                closes: runs.transitions(of: last),
                forbids: BitSet(),
                forbidsEnd: true
            )
        case .requires, .reserved, .offers, .gives, .documents, .limit, .sum, .workingDays, .timed, .window, .officers,
            .assigned,
            .apart, .excludes, .prolongation:
            nil
        }
    }

    /// Returns the first fault of each rule, with a shortest run that commits it.
    func faults() throws(ProcessFault) -> [ProcessFault] {
        let graph = runs.graph
        let endForbids = BitSet(memories.indices.filter { memories[$0].forbidsEnd })
        var outgoing = [[Int]](repeating: [], count: graph.states.count)
        for (index, edge) in graph.edges.enumerated() { outgoing[edge.from].append(index) }

        var found: [Int: ProcessFault] = [:]
        var keys: [(state: Int, bits: BitSet)] = [(0, BitSet())]
        var discovery: [(from: Int, edge: Int)?] = [nil]
        /// For each state the bits it was reached with: seldom more than a few.
        var known = [[BitSet]](repeating: [], count: graph.states.count)
        known[0].append(BitSet())
        func report(_ broken: BitSet, _ key: Int, _ edge: Int) {
            for bit in broken.numbers where found[bit] == nil {
                var moves = [graph.move(graph.edges[edge])]
                var current = key
                while let step = discovery[current] {
                    moves.append(graph.move(graph.edges[step.edge]))
                    current = step.from
                }
                let rule = memories[bit].rule
                found[bit] = ProcessFault(.unlawful(rule), source: rule.source, path: runs.path(moves.reversed()))
            }
        }
        func reach(_ state: Int, _ bits: BitSet, from key: Int, by edge: Int) throws(ProcessFault) {
            guard !known[state].contains(bits) else { return }
            guard keys.count < MarkingGraph.greatestSize else {
                throw ProcessFault(.unprovable(limit: MarkingGraph.greatestSize))
            }
            known[state].append(bits)
            keys.append((state, bits))
            discovery.append((key, edge))
        }
        var changes = [Change?](repeating: nil, count: graph.edges.count)
        var next = 0
        while next < keys.count {
            let (state, held) = keys[next]
            for index in outgoing[state] {
                let to = graph.edges[index].to
                guard graph.edges[index].isForward else {
                    try reach(to, held, from: next, by: index)
                    continue
                }
                let change = changes[index] ?? change(by: graph.edges[index].taken)
                changes[index] = change
                if held.intersects(change.forbids) { report(held.intersection(change.forbids), next, index) }
                var bits = held
                bits.subtract(change.closes)
                bits.formUnion(change.opens)
                if graph.states[to].phase == .ended, bits.intersects(endForbids) {
                    report(bits.intersection(endForbids), next, index)
                }
                try reach(to, bits, from: next, by: index)
            }
            next += 1
        }
        return memories.indices.compactMap { found[$0] }
    }

    /// What a move does to the bits of all rules.
    private struct Change {
        var opens = BitSet()
        var closes = BitSet()
        var forbids = BitSet()
    }

    private func change(by taken: BitSet) -> Change {
        var change = Change()
        for (bit, memory) in memories.enumerated() {
            let closes = memory.closes.intersects(taken)
            if closes { change.closes.insert(bit) }
            if memory.opens.intersects(taken), !closes { change.opens.insert(bit) }
            if memory.forbids.intersects(taken) { change.forbids.insert(bit) }
        }
        return change
    }
}
