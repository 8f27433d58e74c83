/// Countersigning (会签): signers come and go while the step waits, and the step is completed as soon as their votes
/// settle it.
extension Flow {
    func decideAdding(
        _ signer: Signer.ID,
        to step: FlowNode.ID,
        at wanted: Int?,
        _ marking: Marking
    ) throws(FlowRefusal) -> [FlowEvent] {
        let (number, rule) = try countersign(step, marking)
        let seats = seats(of: number, marking)
        guard !seats.contains(where: { $0.signer == signer }) else { throw .alreadySigner(step, signer) }
        let place = wanted ?? seats.count
        let firstFree = rule.inOrder ? (seats.lastIndex { $0.agrees != nil } ?? -1) + 1 : 0
        guard (firstFree...seats.count).contains(place) else { throw .placeTaken(step, place) }
        return [.signerAdded(step, signer, at: place)]
    }

    func decideRemoving(
        _ signer: Signer.ID,
        from step: FlowNode.ID,
        _ marking: Marking
    ) throws(FlowRefusal) -> [FlowEvent] {
        let (number, rule) = try countersign(step, marking)
        let seats = seats(of: number, marking)
        guard let seat = seats.first(where: { $0.signer == signer }) else { throw .unknownSigner(step, signer) }
        guard seat.agrees == nil else { throw .alreadySigned(step, signer) }
        guard seats.count > 1 else { throw .lastSigner(step) }
        return settled(.signerRemoved(step, signer), step, rule, marking)
    }

    func decideSigning(
        _ signer: Signer.ID,
        _ step: FlowNode.ID,
        agrees: Bool,
        _ marking: Marking
    ) throws(FlowRefusal) -> [FlowEvent] {
        let (number, rule) = try countersign(step, marking)
        let seats = seats(of: number, marking)
        guard let seat = seats.first(where: { $0.signer == signer }) else { throw .unknownSigner(step, signer) }
        guard seat.agrees == nil else { throw .alreadySigned(step, signer) }
        if rule.inOrder, let next = seats.first(where: { $0.agrees == nil }), next.signer != signer {
            throw .notYourTurn(step, next: next.signer)
        }
        return settled(.signed(step, signer, agrees: agrees), step, rule, marking)
    }

    /// The signers of a step, in order, with their votes in this round; empty where nobody has been asked.
    package func seats(of step: FlowNode.ID, in marking: Marking) -> [Panel.Seat] {
        numbers[step].map { seats(of: $0, marking) } ?? []
    }

    func evolveSigning(_ event: FlowEvent, _ marking: inout Marking) {
        switch event {
        case .signerAdded(let step, let signer, let place):
            change(step, &marking) { panel in
                panel.seats.insert(Panel.Seat(signer: signer), at: min(max(place, 0), panel.seats.count))
            }
        case .signerRemoved(let step, let signer):
            change(step, &marking) { panel in panel.seats.removeAll { $0.signer == signer } }
        case .signed(let step, let signer, let agrees):
            change(step, &marking) { panel in
                if let seat = panel.seat(of: signer) { panel.seats[seat].agrees = agrees }
            }
        case .started, .completed, .chosen, .returned, .fired, .ended, .cancelled: break
        }
    }

    /// Opens a new round: the same people are asked again.
    func reopenPanel(of node: Int, _ marking: inout Marking) {
        guard let index = marking.panels.firstIndex(where: { $0.node == node }) else { return }
        for seat in marking.panels[index].seats.indices { marking.panels[index].seats[seat].agrees = nil }
    }

    private func countersign(
        _ step: FlowNode.ID,
        _ marking: Marking
    ) throws(FlowRefusal) -> (number: Int, rule: Countersign) {
        let number = try waitingNode(step, in: marking)
        guard let rule = nodes[number].step?.countersign else { throw .notCountersigned(step) }
        try requireNeeds(of: number, marking)
        return (number, rule)
    }

    private func seats(of node: Int, _ marking: Marking) -> [Panel.Seat] {
        marking.panels.first { $0.node == node }?.seats ?? []
    }

    private func settled(
        _ event: FlowEvent,
        _ step: FlowNode.ID,
        _ rule: Countersign,
        _ marking: Marking
    ) -> [FlowEvent] {
        let next = evolve(marking, event)
        let panel = next.panels.first { $0.node == numbers[step] }
        guard let result = panel?.result(rule.quorum) else { return [event] }
        return [event] + finished(next, .completed(step, outcome: result ? rule.agreed : rule.refused))
    }

    private func change(_ step: FlowNode.ID, _ marking: inout Marking, _ change: (inout Panel) -> Void) {
        guard let number = numbers[step] else { return }
        let index = marking.panels.firstIndex { $0.node >= number } ?? marking.panels.count
        if index == marking.panels.count || marking.panels[index].node != number {
            marking.panels.insert(Panel(node: number), at: index)
        }
        change(&marking.panels[index])
    }
}
