extension Flow {
    /// Returns what follows from a command, and changes nothing.
    ///
    /// - Parameters:
    ///   - marking: where the run stands.
    ///   - command: what is asked.
    /// - Returns: one event, followed by `.ended` when the last token has reached an end.
    /// - Throws: `FlowRefusal`, when the run does not allow the command as it stands.
    package func decide(_ marking: Marking, _ command: FlowCommand) throws(FlowRefusal) -> [FlowEvent] {
        if case .start = command {
            guard marking.phase == .notStarted else { throw .alreadyStarted }
            return finished(marking, .started)
        }
        guard marking.phase == .running else { throw .notRunning(marking.phase) }
        switch command {
        case .start, .cancel: return [.cancelled]
        case .complete(let step, let outcome):
            let node = try waitingNode(step, in: marking)
            guard node.transitions.contains(where: { transitions[$0].outcome == outcome }) else {
                throw .unknownOutcome(step, outcome)
            }
            return finished(marking, .completed(step, outcome: outcome))
        case .fire(let timer):
            let node = try waitingNode(timer, in: marking)
            guard case .timer = node.kind else { throw .notWaiting(timer) }
            return finished(marking, .fired(timer))
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
        case .completed(let step, let outcome):
            guard let number = numbers[step], let taken = transition(step, outcome) else { return marking }
            _ = complete(number, by: taken, &next)
        case .fired(let timer):
            guard let number = numbers[timer] else { return marking }
            _ = complete(number, by: nodes[number].transitions.lowerBound, &next)
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

    private func waitingNode(_ id: FlowNode.ID, in marking: Marking) throws(FlowRefusal) -> Node {
        guard let number = numbers[id] else { throw .unknownNode(id) }
        guard let place = nodes[number].place, marking.tokens.contains(place) else { throw .notWaiting(id) }
        return nodes[number]
    }

    private func finished(_ marking: Marking, _ event: FlowEvent) -> [FlowEvent] {
        evolve(marking, event).tokens.isEmpty ? [event, .ended] : [event]
    }
}
