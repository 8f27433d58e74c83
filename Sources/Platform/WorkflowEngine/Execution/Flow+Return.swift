/// Returning to an earlier step: what can follow it no longer counts, and tokens there are taken away.
///
/// A branch that had arrived at a join stays arrived unless it can follow the target, even if the join has been passed
/// since: otherwise the run would wait for ever for a branch that nobody has to do again.
extension Flow {
    /// Returns the completed steps a return would void, in the order of the graph.
    func voided(
        by target: FlowNode.ID,
        from step: FlowNode.ID,
        in marking: Marking
    ) throws(FlowRefusal) -> [FlowNode.ID] {
        guard let origin = numbers[step] else { throw .unknownNode(step) }
        guard let number = numbers[target] else { throw .unknownNode(target) }
        guard let place = nodes[origin].place, marking.tokens.contains(place) else { throw .notWaiting(step) }
        guard case .step = nodes[number].kind, isDone(number, marking) else { throw .notCompleted(target) }
        guard following[number].contains(origin) else { throw .notBehind(step, target: target) }
        var voided: [FlowNode.ID] = []
        for later in nodes.indices where following[number].contains(later) {
            guard case .step(let rule, let mayBeLeft) = nodes[later].kind else { continue }
            if !mayBeLeft, let place = nodes[later].place, marking.tokens.contains(place) {
                throw .wouldLeave(nodes[later].id)
            }
            guard isDone(later, marking) else { continue }
            switch rule {
            case .irrevocable: throw .wouldVoid(nodes[later].id)
            case .kept: continue
            case .voided: voided.append(nodes[later].id)
            }
        }
        return voided
    }

    /// The steps to which the run may return from a waiting step.
    package func returnTargets(from step: FlowNode.ID, in marking: Marking) -> [FlowNode.ID] {
        guard let origin = numbers[step] else { return [] }
        guard case .step(_, mayBeLeft: true) = nodes[origin].kind else { return [] }
        var targets: [FlowNode.ID] = []
        for node in nodes.indices where isDone(node, marking) && following[node].contains(origin) {
            guard case .step(let rule, _) = nodes[node].kind, rule != .irrevocable else { continue }
            if (try? voided(by: nodes[node].id, from: step, in: marking)) != nil { targets.append(nodes[node].id) }
        }
        return targets
    }

    func goBack(to target: Int, _ marking: inout Marking) {
        let region = following[target]
        var rearrived: [Int] = []
        for node in nodes.indices where region.contains(node) {
            if case .join(let arms) = nodes[node].kind, isDone(node, marking) {
                rearrived += arms.filter { arm in !(places[arm].from.map { region.contains($0) } ?? true) }
            }
            if case .step(.kept, _) = nodes[node].kind { continue }
            for transition in nodes[node].transitions { marking.done.remove(transition) }
        }
        for (place, at) in places.enumerated() where region.contains(at.from ?? at.node) {
            marking.tokens.remove(place)
        }
        for place in rearrived { marking.tokens.insert(place) }
        if let place = nodes[target].place { marking.tokens.insert(place) }
    }

    func isDone(_ node: Int, _ marking: Marking) -> Bool {
        nodes[node].transitions.contains { marking.done.contains($0) }
    }
}
