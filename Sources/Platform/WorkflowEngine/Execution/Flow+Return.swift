/// Returning to an earlier step: what can follow it no longer counts, and tokens there are taken away.
///
/// A branch that had arrived at a join stays arrived unless it can follow the target, even if the join has been passed
/// since: otherwise the run would wait for ever for a branch that nobody has to do again. A branch that was called off
/// stays called off; a return into a race opens the whole race again.
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
        guard nodes[number].step != nil, isDone(number, marking) else { throw .notCompleted(target) }
        guard following[number].contains(origin) else { throw .notBehind(step, target: target) }
        if marking.tokens.intersects(behind[number].duties) {
            let duty = marking.tokens.numbers.first { behind[number].duties.contains($0) } ?? place
            throw .wouldLeave(nodes[places[duty].node].id)
        }
        if marking.done.intersects(behind[number].irrevocable) {
            let act = marking.done.numbers.first { behind[number].irrevocable.contains($0) }
            throw .wouldVoid(act.map { nodes[transitions[$0].node].id } ?? target)
        }
        return following[number].numbers.compactMap { later in
            nodes[later].step?.onReturn == .voided && isDone(later, marking) ? nodes[later].id : nil
        }
    }

    /// The steps to which the run may return from a waiting step.
    package func returnTargets(from step: FlowNode.ID, in marking: Marking) -> [FlowNode.ID] {
        guard let origin = numbers[step] else { return [] }
        return returnTargets(from: origin, in: marking) { isDone($0, marking) }.map { nodes[$0].id }
    }

    /// The same in numbers; `isDone` says whether a step counts as completed, for a proof may know less than the marking.
    func returnTargets(from origin: Int, in marking: Marking, where isDone: (Int) -> Bool) -> [Int] {
        guard nodes[origin].step?.mayBeLeft == true, let place = nodes[origin].place, marking.tokens.contains(place)
        else { return [] }
        return returnable[origin].numbers.filter { target in
            isDone(target) && !marking.tokens.intersects(behind[target].duties)
                && !marking.done.intersects(behind[target].irrevocable)
        }
    }

    func goBack(to target: Int, _ marking: inout Marking) {
        let done = marking.done
        marking.tokens.subtract(behind[target].places)
        marking.done.subtract(behind[target].undone)
        for branch in behind[target].rearrivals
        where done.contains(branch.fired) && (branch.memory.map { done.contains($0) } ?? true) {
            marking.tokens.insert(branch.arm)
        }
        if let place = nodes[target].place { marking.tokens.insert(place) }
        marking.tokens.formUnion(nodes[target].rivals)
        reopenPanel(of: target, &marking)
    }
}
