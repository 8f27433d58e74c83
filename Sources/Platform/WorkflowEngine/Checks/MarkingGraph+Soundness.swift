extension MarkingGraph {
    /// Returns what keeps the graph from being sound, by rule; empty for a sound one.
    ///
    /// Returns are part of the runs, but an end must always be reachable without another one.
    package func soundnessFaults() -> [SoundnessFault] {
        nodesNeverReached() + deadEnds() + circles() + collisions()
    }

    /// Every node is reached by some run, and every join that can be arrived at fires in some run.
    private func nodesNeverReached() -> [SoundnessFault] {
        var visited: Set<Int> = []
        var fired = BitSet()
        for state in states {
            for place in state.tokens.numbers { visited.insert(flow.places[place].node) }
            for transition in state.done.numbers { fired.insert(transition) }
        }
        return flow.nodes.enumerated().compactMap { number, node -> SoundnessFault? in
            switch node.kind {
            case .step, .timer: visited.contains(number) ? nil : .neverReached(node.id)
            case .join:
                if fired.contains(node.transitions.lowerBound) {
                    nil
                } else {
                    visited.contains(number) ? .joinNeverFires(node.id) : .neverReached(node.id)
                }
            case .split, .end: isEntered(number, fired) ? nil : .neverReached(node.id)
            case .start: nil
            }
        }
    }

    /// Whether some transition that happens leads to the node; splits pass a token on without leaving a trace.
    private func isEntered(_ node: Int, _ fired: BitSet) -> Bool {
        flow.transitions.indices.contains { index in
            let transition = flow.transitions[index]
            guard transition.arc.node == node else { return false }
            switch flow.nodes[transition.node].kind {
            case .start: return true
            case .split: return isEntered(transition.node, fired)
            case .step, .timer, .join, .end: return fired.contains(index)
            }
        }
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

extension MarkingGraph.Edge {
    /// Whether the move is no return.
    package var isForward: Bool {
        switch move {
        case .complete, .fire: true
        case .returnTo: false
        }
    }
}
