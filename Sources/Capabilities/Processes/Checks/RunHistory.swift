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
        case .requires, .reserved, .offers, .documents, .limit, .sum, .workingDays, .window, .officers, .assigned,
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
        var outgoing = [[Int]](repeating: [], count: graph.states.count)
        for (index, edge) in graph.edges.enumerated() { outgoing[edge.from].append(index) }

        var found: [Int: ProcessFault] = [:]
        var keys = [Key(state: 0, bits: BitSet())]
        var discovery: [(from: Int, edge: Int)?] = [nil]
        var known: Set<Key> = [Key(state: 0, bits: BitSet())]
        var next = 0
        func path(_ key: Int, _ edge: Int?) -> [PathStep] {
            var moves: [FlowMove] = edge.map { [graph.edges[$0].move] } ?? []
            var current = key
            while let step = discovery[current] {
                moves.append(graph.edges[step.edge].move)
                current = step.from
            }
            return runs.path(moves.reversed())
        }
        while next < keys.count {
            let key = keys[next]
            for index in outgoing[key.state] {
                let edge = graph.edges[index]
                var bits = key.bits
                if let number = edge.transition {
                    for (bit, memory) in memories.enumerated() {
                        if bits.contains(bit), memory.forbids.contains(number), found[bit] == nil {
                            found[bit] = ProcessFault(
                                .unlawful(memory.rule),
                                source: memory.rule.source,
                                path: path(next, index)
                            )
                        }
                        if memory.closes.contains(number) { bits.remove(bit) }
                        if memory.opens.contains(number), !memory.closes.contains(number) { bits.insert(bit) }
                    }
                }
                if graph.states[edge.to].phase == .ended {
                    for (bit, memory) in memories.enumerated()
                    where memory.forbidsEnd && bits.contains(bit) && found[bit] == nil {
                        found[bit] = ProcessFault(
                            .unlawful(memory.rule),
                            source: memory.rule.source,
                            path: path(next, index)
                        )
                    }
                }
                let reached = Key(state: edge.to, bits: bits)
                if known.insert(reached).inserted {
                    guard keys.count < MarkingGraph.greatestSize else {
                        throw ProcessFault(.unprovable(limit: MarkingGraph.greatestSize))
                    }
                    keys.append(reached)
                    discovery.append((next, index))
                }
            }
            next += 1
        }
        return memories.indices.compactMap { found[$0] }
    }
}
