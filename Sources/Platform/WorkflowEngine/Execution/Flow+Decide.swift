extension Flow {
    /// Returns what follows from a command, and changes nothing.
    ///
    /// - Parameters:
    ///   - marking: where the run stands.
    ///   - command: what is asked.
    /// - Returns: what happened, `.ended` last when no token is left; a vote that settles a countersign also completes it.
    /// - Throws: `FlowRefusal`, when the run does not allow the command as it stands.
    package func decide(_ marking: Marking, _ command: FlowCommand) throws(FlowRefusal) -> [FlowEvent] {
        if case .start = command {
            guard marking.phase == .notStarted else { throw .alreadyStarted }
            return finished(marking, .started)
        }
        guard marking.phase == .running else { throw .notRunning(marking.phase) }
        switch command {
        case .start, .cancel: return [.cancelled]
        case .complete(let step, let outcome, let performer):
            let number = try waitingNode(step, in: marking)
            guard transition(number, outcome) != nil else { throw .unknownOutcome(step, outcome) }
            try requirePerformer(performer, of: number, outcome)
            try requireNeeds(of: number, marking)
            return finished(marking, .completed(step, outcome: outcome))
        case .choose(let step, let outcomes):
            return try decideChoosing(outcomes, of: step, marking)
        case .fire(let timer):
            let number = try waitingNode(timer, in: marking)
            guard case .timer = nodes[number].kind else { throw .notWaiting(timer) }
            return finished(marking, .fired(timer))
        case .addSigner(let step, let signer, let place):
            return try decideAdding(signer, to: step, at: place, marking)
        case .removeSigner(let step, let signer): return try decideRemoving(signer, from: step, marking)
        case .sign(let step, let signer, let agrees): return try decideSigning(signer, step, agrees: agrees, marking)
        case .returnTo(let target, let from):
            return [.returned(to: target, from: from, voided: try voided(by: target, from: from, in: marking))]
        }
    }

    /// Returns the run after an event that `decide` gave for it; total: an event that names nothing known changes nothing.
    package func evolve(_ marking: Marking, _ event: FlowEvent) -> Marking {
        var next = marking
        switch event {
        case .started:
            next.phase = .running
            _ = pass(nodes[start].transitions.lowerBound, &next)
            _ = settle(&next)
        case .completed(let step, let outcome):
            guard let number = numbers[step], let taken = transition(number, outcome) else { return marking }
            _ = complete(number, by: CollectionOfOne(taken), &next)
        case .chosen(let step, let outcomes):
            guard let number = numbers[step] else { return marking }
            _ = complete(number, by: outcomes.compactMap { transition(number, $0) }, &next)
        case .fired(let timer):
            guard let number = numbers[timer] else { return marking }
            _ = complete(number, by: CollectionOfOne(nodes[number].transitions.lowerBound), &next)
        case .signerAdded, .signerRemoved, .signed: evolveSigning(event, &next)
        case .returned(let target, _, _):
            guard let number = numbers[target] else { return marking }
            goBack(to: number, &next)
        case .ended:
            next.phase = .ended
        case .cancelled:
            next.phase = .cancelled
            next.tokens = BitSet()
        }
        return next
    }

    /// Decides and evolves in one go.
    package func run(_ marking: Marking, _ command: FlowCommand) throws(FlowRefusal) -> Marking {
        try decide(marking, command).reduce(marking, evolve)
    }

    /// The steps and timers that can be completed as things stand; one that waits for a condition is not among them.
    package func enabled(_ marking: Marking) -> [FlowNode.ID] {
        waiting(marking).filter { id in numbers[id].map { unmetNeed(of: $0, marking) == nil } ?? false }
    }

    func waitingNode(_ id: FlowNode.ID, in marking: Marking) throws(FlowRefusal) -> Int {
        guard let number = numbers[id] else { throw .unknownNode(id) }
        guard let place = nodes[number].place, marking.tokens.contains(place) else { throw .notWaiting(id) }
        return number
    }

    func requireNeeds(of node: Int, _ marking: Marking) throws(FlowRefusal) {
        if let need = unmetNeed(of: node, marking) { throw .unmet(nodes[node].id, need) }
    }

    func unmetNeed(of node: Int, _ marking: Marking) -> FlowCondition? {
        nodes[node].step?.needs.first { need in
            guard let other = numbers[need.node] else { return true }
            let isWaiting = nodes[other].place.map { marking.tokens.contains($0) } ?? false
            return switch need {
            case .waiting: !isWaiting
            case .idle: isWaiting
            case .done: !isDone(other, marking)
            }
        }
    }

    func finished(_ marking: Marking, _ event: FlowEvent) -> [FlowEvent] {
        evolve(marking, event).tokens.isEmpty ? [event, .ended] : [event]
    }

    func transition(_ node: Int, _ outcome: FlowOutcome.ID) -> Int? {
        nodes[node].transitions.first { transitions[$0].outcome == outcome }
    }

    /// The results of a vote are left to the vote; other outcomes of a countersigned step end it at once.
    private func requirePerformer(
        _ performer: Performer,
        of node: Int,
        _ outcome: FlowOutcome.ID
    ) throws(FlowRefusal) {
        guard let step = nodes[node].step else { throw .notWaiting(nodes[node].id) }
        let isVote = step.countersign.map { $0.agreed == outcome || $0.refused == outcome } ?? false
        guard step.performer == performer, !isVote else { throw .notThePerformer(nodes[node].id) }
    }

    private func decideChoosing(
        _ outcomes: [FlowOutcome.ID],
        of step: FlowNode.ID,
        _ marking: Marking
    ) throws(FlowRefusal) -> [FlowEvent] {
        let number = try waitingNode(step, in: marking)
        for outcome in outcomes {
            guard transition(number, outcome) != nil else { throw .unknownOutcome(step, outcome) }
            try requirePerformer(.person, of: number, outcome)
        }
        guard nodes[number].step?.takesSeveral == true, !outcomes.isEmpty, Set(outcomes).count == outcomes.count
        else { throw .nothingChosen(step) }
        try requireNeeds(of: number, marking)
        return finished(marking, .chosen(step, outcomes: outcomes))
    }
}
