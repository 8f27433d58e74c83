/// How tokens move. Every function tells whether it found each place it needed empty: a sound graph always does.
extension Flow {
    /// Takes the token from a node and sends it along its transitions, forgetting an earlier completion.
    func complete(_ node: Int, by taken: some Sequence<Int>, _ marking: inout Marking) -> Bool {
        if let place = nodes[node].place { marking.tokens.remove(place) }
        if !nodes[node].rivals.isEmpty { marking.tokens.subtract(nodes[node].rivals) }
        for other in nodes[node].transitions { marking.done.remove(other) }
        var isSafe = true
        for transition in taken {
            marking.done.insert(transition)
            if !pass(transition, &marking) { isSafe = false }
        }
        if !settle(&marking) { isSafe = false }
        return isSafe
    }

    func pass(_ transition: Int, _ marking: inout Marking) -> Bool {
        let arc = transitions[transition].arc
        let node = nodes[arc.node]
        switch node.kind {
        case .start, .end:
            return true
        case .terminate:
            marking.tokens = BitSet()
            marking.phase = .ended
            return true
        case .step, .timer:
            guard let place = node.place else { return true }
            reopenPanel(of: arc.node, &marking)
            return put(place, &marking)
        case .split, .race:
            return passAll(node, &marking)
        case .cancel(let places):
            marking.tokens.subtract(places)
            return passAll(node, &marking)
        case .join(let join):
            guard let arm = arc.place else { return true }
            let isSafe = put(arm, &marking)
            return arrive(join, of: node, &marking) && isSafe
        }
    }

    /// Fires the joins for which nothing can arrive any more, until none is left.
    func settle(_ marking: inout Marking) -> Bool {
        var isSafe = true
        var hasFired = !arriving.isEmpty
        while hasFired {
            hasFired = false
            for number in arriving {
                guard let join = nodes[number].join, join.arms.contains(where: { marking.tokens.contains($0) }),
                    !mayArrive(at: join, marking)
                else { continue }
                if !fire(join, of: nodes[number], &marking) { isSafe = false }
                hasFired = true
            }
        }
        return isSafe
    }

    private func passAll(_ node: Node, _ marking: inout Marking) -> Bool {
        var isSafe = true
        for branch in node.transitions where !pass(branch, &marking) { isSafe = false }
        return isSafe
    }

    private func arrive(_ join: Join, of node: Node, _ marking: inout Marking) -> Bool {
        let arrived = join.arms.count { marking.tokens.contains($0) }
        switch join.rule {
        case .arriving:
            return true
        case .all:
            return arrived < join.arms.count || fire(join, of: node, &marking)
        case .first(let count, .cancelled):
            guard arrived >= count else { return true }
            for (place, at) in places.enumerated() where join.region.contains(at.node) { marking.tokens.remove(place) }
            return fire(join, of: node, &marking)
        case .first(let count, .absorbed):
            let hasFired = join.memory.upperBound - 1
            var isSafe = true
            if arrived >= count, !marking.done.contains(hasFired) {
                let arms = join.arms.filter { marking.tokens.contains($0) }
                isSafe = fire(join, of: node, &marking)
                for arm in arms { marking.tokens.insert(arm) }
                marking.done.insert(hasFired)
            }
            // Who comes late has come too: after a return nobody waits for it again.
            for (arm, bit) in zip(join.arms, join.memory) where marking.tokens.contains(arm) {
                marking.done.insert(bit)
            }
            guard arrived == join.arms.count else { return isSafe }
            for arm in join.arms { marking.tokens.remove(arm) }
            marking.done.remove(hasFired)
            return isSafe
        }
    }

    private func fire(_ join: Join, of node: Node, _ marking: inout Marking) -> Bool {
        for (arm, bit) in zip(join.arms, join.memory) {
            if marking.tokens.contains(arm) { marking.done.insert(bit) } else { marking.done.remove(bit) }
        }
        for arm in join.arms { marking.tokens.remove(arm) }
        marking.done.insert(node.transitions.lowerBound)
        return pass(node.transitions.lowerBound, &marking)
    }

    private func mayArrive(at join: Join, _ marking: Marking) -> Bool {
        marking.tokens.numbers.contains { join.region.contains(places[$0].node) }
    }

    private func put(_ place: Int, _ marking: inout Marking) -> Bool {
        guard marking.phase != .ended else { return true }
        let wasEmpty = !marking.tokens.contains(place)
        marking.tokens.insert(place)
        return wasEmpty
    }
}
