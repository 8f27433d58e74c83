extension MarkingGraph {
    /// Returns what keeps the graph from being sound, by rule; empty for a sound one.
    ///
    /// Returns are part of the runs, but an end must always be reachable without another one.
    package func soundnessFaults() -> [SoundnessFault] {
        nodesNeverReached() + deadEnds() + circles() + collisions()
    }

    /// Every node is reached by some run, and every join that can be arrived at fires in some run.
    private func nodesNeverReached() -> [SoundnessFault] {
        var rested: Set<Int> = []
        for state in states {
            state.tokens.forEach { rested.insert(flow.places[$0].node) }
        }
        var taken = BitSet(flow.nodes[flow.start].transitions)
        for edge in edges where edge.isForward { taken.formUnion(edge.taken) }
        for join in flow.joins where states.contains(where: { flow.isDone(join, $0) }) {
            taken.formUnion(BitSet(flow.nodes[join].transitions))
        }
        let entered = entered(by: taken)
        return flow.nodes.enumerated().compactMap { number, node -> SoundnessFault? in
            switch node.kind {
            case .step, .timer: rested.contains(number) ? nil : .neverReached(node.id)
            case .join:
                if taken.contains(node.transitions.lowerBound) {
                    nil
                } else {
                    rested.contains(number) ? .joinNeverFires(node.id) : .neverReached(node.id)
                }
            case .split, .race, .cancel, .end, .terminate: entered.contains(number) ? nil : .neverReached(node.id)
            case .start: nil
            }
        }
    }

    /// The nodes to which some transition that happens leads, also through gateways that leave no trace.
    private func entered(by taken: BitSet) -> BitSet {
        var entered = BitSet()
        var open = taken.numbers
        while let transition = open.popLast() {
            let node = flow.transitions[transition].arc.node
            guard !entered.contains(node) else { continue }
            entered.insert(node)
            switch flow.nodes[node].kind {
            case .split, .race, .cancel: open += flow.nodes[node].transitions
            case .start, .step, .timer, .join, .end, .terminate: break
            }
        }
        return entered
    }

    private func deadEnds() -> [SoundnessFault] {
        var hasMove = [Bool](repeating: false, count: states.count)
        for edge in edges where edge.isForward { hasMove[edge.from] = true }
        guard let dead = states.indices.first(where: { states[$0].phase == .running && !hasMove[$0] }) else {
            return []
        }
        let joins = states[dead].tokens.numbers.map { flow.nodes[flow.places[$0].node].id }
        return [.deadEnd(waitingAt: joins, path: path(to: dead))]
    }

    private func circles() -> [SoundnessFault] {
        var sources = [[Int]](repeating: [], count: states.count)
        var hasMove = [Bool](repeating: false, count: states.count)
        for edge in edges where edge.isForward {
            sources[edge.to].append(edge.from)
            hasMove[edge.from] = true
        }
        // A dead end is its own fault; what leads to it is not reported again.
        var canStop = states.indices.map { states[$0].phase == .ended || !hasMove[$0] }
        var open = states.indices.filter { canStop[$0] }
        while let state = open.popLast() {
            for source in sources[state] where !canStop[source] {
                canStop[source] = true
                open.append(source)
            }
        }
        return states.indices.first { !canStop[$0] }.map { [.neverEnds(path: path(to: $0))] } ?? []
    }

    private func collisions() -> [SoundnessFault] {
        edges.first { !$0.isSafe }.map { [.collision(path: path(through: $0))] } ?? []
    }
}
