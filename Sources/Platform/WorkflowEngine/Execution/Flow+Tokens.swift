/// How tokens move. Every function tells whether it found each place it needed empty: a sound graph always does.
extension Flow {
    /// Takes the token from a node and sends it along one of its transitions, forgetting an earlier completion.
    func complete(_ node: Int, by transition: Int, _ marking: inout Marking) -> Bool {
        if let place = nodes[node].place { marking.tokens.remove(place) }
        for other in nodes[node].transitions { marking.done.remove(other) }
        marking.done.insert(transition)
        return pass(transition, &marking)
    }

    func pass(_ transition: Int, _ marking: inout Marking) -> Bool {
        let arc = transitions[transition].arc
        let node = nodes[arc.node]
        switch node.kind {
        case .start, .end:
            return true
        case .step, .timer:
            guard let place = node.place else { return true }
            return put(place, &marking)
        case .split:
            var isSafe = true
            for branch in node.transitions where !pass(branch, &marking) { isSafe = false }
            return isSafe
        case .join(let arms):
            guard let arm = arc.place else { return true }
            var isSafe = put(arm, &marking)
            guard arms.allSatisfy({ marking.tokens.contains($0) }) else { return isSafe }
            for arm in arms { marking.tokens.remove(arm) }
            marking.done.insert(node.transitions.lowerBound)
            if !pass(node.transitions.lowerBound, &marking) { isSafe = false }
            return isSafe
        }
    }

    private func put(_ place: Int, _ marking: inout Marking) -> Bool {
        let wasEmpty = !marking.tokens.contains(place)
        marking.tokens.insert(place)
        return wasEmpty
    }
}
