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
        case .requires, .reserved, .offers, .documents, .limit, .sum, .workingDays, .timed, .window, .officers,
            .assigned,
            .apart, .excludes, .prolongation:
            nil
        }
    }

    /// Returns the first fault of each rule, with a shortest run that commits it.
    func faults() throws(ProcessFault) -> [ProcessFault] {
        struct Key: Hashable {
            let state: Int
            let bits: BitSet
        }
        let graph = runs.graph
        let changes = graph.edges.map { $0.isForward ? change(by: $0.taken) : Change() }
        let endForbids = BitSet(memories.indices.filter { memories[$0].forbidsEnd })
        var outgoing = [[Int]](repeating: [], count: graph.states.count)
        for (index, edge) in graph.edges.enumerated() { outgoing[edge.from].append(index) }

        var found: [Int: ProcessFault] = [:]
        var keys = [Key(state: 0, bits: BitSet())]
        var discovery: [(from: Int, edge: Int)?] = [nil]
        var known: Set<Key> = [keys[0]]
        var next = 0
        func report(_ bits: BitSet, _ key: Int, _ edge: Int) {
            for bit in bits.numbers where found[bit] == nil {
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
        while next < keys.count {
            let key = keys[next]
            for index in outgoing[key.state] {
                let change = changes[index]
                let to = graph.edges[index].to
                var bits = key.bits
                if bits.intersects(change.forbids) {
                    var broken = bits
                    broken.formIntersection(change.forbids)
                    report(broken, next, index)
                }
                bits.subtract(change.closes)
                bits.formUnion(change.opens)
                if graph.states[to].phase == .ended, bits.intersects(endForbids) {
                    var broken = bits
                    broken.formIntersection(endForbids)
                    report(broken, next, index)
                }
                let reached = Key(state: to, bits: bits)
                guard known.insert(reached).inserted else { continue }
                guard keys.count < MarkingGraph.greatestSize else {
                    throw ProcessFault(.unprovable(limit: MarkingGraph.greatestSize))
                }
                keys.append(reached)
                discovery.append((next, index))
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
