import Kernel

/// Taking a run over from another version of its graph.
///
/// A run may go on here if it could have come about here: everything that counts is replayed in its order, under the
/// names of this version. Where the replay comes to rest is where the run stands, so it is a state that a run of this
/// graph can reach, and what was proved of all those holds of it. What was added before the place reached has to be done
/// first; what could not have happened in this order refuses the run.
extension Flow {
    /// Returns where the run stands in this graph.
    ///
    /// - Parameters:
    ///   - marking: where it stands in `old`.
    ///   - history: what happened to it there, in order; votes need not be told.
    ///   - earlier: what had happened to it in this graph before it left for `old`; then `history` tells only what came
    ///     after that.
    ///   - old: the version under which it runs.
    ///   - mapping: what became of the nodes of `old`.
    /// - Returns: a state that a run of this graph can reach.
    /// - Throws: `MigrationRefusal`.
    package func takeOver(
        _ marking: Marking,
        after history: [FlowEvent],
        resuming earlier: [FlowEvent] = [],
        from old: Flow,
        by mapping: FlowMapping
    ) throws(MigrationRefusal) -> Marking {
        guard marking.phase == .running else { throw .notRunning(marking.phase) }
        try requireUnambiguous(mapping, from: old)
        for step in old.waiting(marking) { try requireKnown(step, mapping) }
        var taken = Marking()
        try Replay(flow: self, old: self, mapping: FlowMapping()).run(earlier, &taken)
        try Replay(flow: self, old: old, mapping: mapping).run(history, &taken)
        guard taken.phase == .running, !taken.tokens.isEmpty else { throw .wouldEnd }
        try requireContinuity(taken, marking, old, mapping)
        try carryPanels(of: marking, from: old, by: mapping, into: &taken)
        return taken
    }

    private func requireUnambiguous(_ mapping: FlowMapping, from old: Flow) throws(MigrationRefusal) {
        var sources: [FlowNode.ID: FlowNode.ID] = [:]
        for link in mapping.links where link.to != nil && old.numbers[link.from] == nil {
            throw .unknownNode(link.from)
        }
        for node in old.nodes {
            guard let target = mapping.target(of: node.id) else { continue }
            guard numbers[target] != nil || target == node.id else { throw .unknownNode(target) }
            guard sources.updateValue(node.id, forKey: target) == nil else { throw .merged(target) }
        }
    }

    fileprivate func requireKnown(_ node: FlowNode.ID, _ mapping: FlowMapping) throws(MigrationRefusal) {
        if let target = mapping.target(of: node), numbers[target] == nil { throw .unmapped(node) }
    }

    /// What waits for others, or runs by the clock, goes on waiting; what must be brought to an outcome is met again.
    private func requireContinuity(
        _ taken: Marking,
        _ marking: Marking,
        _ old: Flow,
        _ mapping: FlowMapping
    ) throws(MigrationRefusal) {
        let now = waiting(taken)
        let before = old.waiting(marking)
        let carried = before.compactMap(mapping.target)
        for id in before {
            guard let number = old.numbers[id] else { continue }
            let target = mapping.target(of: id)
            let stays = target.map { now.contains($0) } ?? false
            guard let step = old.nodes[number].step else {
                guard stays else { throw .timerLost(id) }
                continue
            }
            switch step.performer {
            case .person: break
            case .subCase: throw .awaitsAnswer(id)
            case .message: guard stays, performer(of: target) == step.performer else { throw .awaitsAnswer(id) }
            }
            if !step.mayBeLeft, !stays {
                guard let target, now.contains(where: { canFollow(target, $0) }) else { throw .dutyLost(id) }
            }
        }
        for id in now {
            guard let number = numbers[id], nodes[number].step == nil else { continue }
            guard carried.contains(id) else { throw .timerUnset(id) }
        }
    }

    private func performer(of step: FlowNode.ID?) -> Performer? {
        step.flatMap { numbers[$0] }.flatMap { nodes[$0].step?.performer }
    }

    /// The same people sign; votes stand where they count as they did.
    private func carryPanels(
        of marking: Marking,
        from old: Flow,
        by mapping: FlowMapping,
        into taken: inout Marking
    ) throws(MigrationRefusal) {
        taken.panels = []
        for panel in marking.panels where old.nodes.indices.contains(panel.node) {
            let node = old.nodes[panel.node]
            let target = mapping.target(of: node.id).flatMap { numbers[$0] }
            let isUnderWay = node.place.map { marking.tokens.contains($0) } ?? false
            if isUnderWay, panel.seats.contains(where: { $0.agrees != nil }) {
                guard let target, let place = nodes[target].place, taken.tokens.contains(place),
                    nodes[target].step?.countersign == node.step?.countersign
                else { throw .votesCast(node.id) }
            }
            guard let target, nodes[target].step?.countersign != nil else { continue }
            var moved = Panel(node: target)
            moved.seats = panel.seats
            taken.panels.append(moved)
        }
        taken.panels.sort { $0.node < $1.node }
    }
}

/// A history told again in another version.
private struct Replay {
    let flow: Flow
    let old: Flow
    let mapping: FlowMapping

    func run(_ history: [FlowEvent], _ marking: inout Marking) throws(MigrationRefusal) {
        for event in history { try take(event, &marking) }
    }

    private func take(_ event: FlowEvent, _ marking: inout Marking) throws(MigrationRefusal) {
        switch event {
        case .started: marking = flow.evolve(marking, .started)
        case .completed(let step, let outcome): try complete(step, [outcome], &marking)
        case .chosen(let step, let outcomes): try complete(step, outcomes, &marking)
        case .fired(let timer):
            try flow.requireKnown(timer, mapping)
            guard let target = mapping.target(of: timer) else { throw .timerLost(timer) }
            guard let number = try? flow.waitingNode(target, in: marking), flow.nodes[number].step == nil else {
                throw .outOfOrder(timer, waiting: flow.waiting(marking))
            }
            marking = flow.evolve(marking, .fired(target))
        case .returned(let to, let from, _): try goBack(to, from, &marking)
        case .signerAdded, .signerRemoved, .signed, .ended: break
        case .cancelled: throw .notRunning(.cancelled)
        }
    }

    /// A step without a place here is passed over, unless what it found or caused would be lost.
    private func complete(
        _ step: FlowNode.ID,
        _ outcomes: [FlowOutcome.ID],
        _ marking: inout Marking
    ) throws(MigrationRefusal) {
        try flow.requireKnown(step, mapping)
        guard let target = mapping.target(of: step) else {
            let rule = old.numbers[step].flatMap { old.nodes[$0].step?.onReturn }
            guard rule == .voided else { throw .lost(step) }
            return
        }
        guard let number = try? flow.waitingNode(target, in: marking), flow.nodes[number].step != nil,
            (try? flow.requireNeeds(of: number, marking)) != nil
        else { throw .outOfOrder(step, waiting: flow.waiting(marking)) }
        for outcome in outcomes where flow.transition(number, outcome) == nil { throw .outcomeGone(step, outcome) }
        guard outcomes.count == 1 || flow.nodes[number].step?.takesSeveral == true else {
            throw .outcomeGone(step, outcomes.last ?? "")
        }
        marking = flow.evolve(marking, .chosen(target, outcomes: outcomes))
        if marking.tokens.isEmpty { throw .wouldEnd }
    }

    /// What this version lets the run wait for may lie elsewhere; the return leads to the same step.
    private func goBack(_ to: FlowNode.ID, _ from: FlowNode.ID, _ marking: inout Marking) throws(MigrationRefusal) {
        try flow.requireKnown(to, mapping)
        let origins = [mapping.target(of: from)].compactMap(\.self) + flow.waiting(marking)
        let target = mapping.target(of: to)
        for origin in origins {
            guard let target, let voided = try? flow.voided(by: target, from: origin, in: marking) else { continue }
            marking = flow.evolve(marking, .returned(to: target, from: origin, voided: voided))
            return
        }
        throw .returnNotPossible(from: from, to: to)
    }
}
