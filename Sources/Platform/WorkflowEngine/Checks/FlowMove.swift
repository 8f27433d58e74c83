/// One thing that may happen to a run next; a list of them is a path that can be shown.
package enum FlowMove: Hashable, Sendable {
    case complete(FlowNode.ID, outcome: FlowOutcome.ID)
    case choose(FlowNode.ID, outcomes: [FlowOutcome.ID])
    case fire(FlowNode.ID)
    case returnTo(FlowNode.ID, from: FlowNode.ID)
}

/// A move in numbers.
enum FlowJump: Hashable, Sendable {
    case take(node: Int, transitions: BitSet)
    case back(to: Int, from: Int)
}

extension Flow {
    /// Everything that may happen next: outcomes in the order of the definition, then returns.
    package func moves(in marking: Marking) -> [FlowMove] {
        (forwardJumps(in: marking) + backJumps(in: marking) { isDone($0, marking) }).map(move)
    }

    /// Returns what follows from a move that `moves` offered; votes are passed over for their result.
    package func events(of move: FlowMove, in marking: Marking) -> [FlowEvent] {
        switch move {
        case .complete(let step, let outcome): finished(marking, .completed(step, outcome: outcome))
        case .choose(let step, let outcomes): finished(marking, .chosen(step, outcomes: outcomes))
        case .fire(let timer): finished(marking, .fired(timer))
        case .returnTo(let target, let from):
            (try? voided(by: target, from: from, in: marking)).map { [.returned(to: target, from: from, voided: $0)] }
                ?? []
        }
    }

    func move(_ jump: FlowJump) -> FlowMove {
        switch jump {
        case .back(let target, let from): .returnTo(nodes[target].id, from: nodes[from].id)
        case .take(let node, let taken):
            switch taken.numbers.compactMap({ transitions[$0].outcome }) {
            case []: .fire(nodes[node].id)
            case let outcomes where outcomes.count == 1: .complete(nodes[node].id, outcome: outcomes[0])
            case let outcomes: .choose(nodes[node].id, outcomes: outcomes)
            }
        }
    }

    func forwardJumps(in marking: Marking) -> [FlowJump] {
        guard marking.phase == .running else { return [] }
        var jumps: [FlowJump] = []
        marking.tokens.forEach { place in
            guard places[place].from == nil else { return }
            let number = places[place].node
            let node = nodes[number]
            guard unmetNeed(of: number, marking) == nil else { return }
            if node.step?.takesSeveral == true {
                let first = node.transitions.lowerBound
                for choice in 1..<(1 << node.transitions.count) {
                    let taken = BitSet(node.transitions.filter { choice & 1 << ($0 - first) != 0 })
                    jumps.append(.take(node: number, transitions: taken))
                }
            } else {
                for transition in node.transitions {
                    jumps.append(.take(node: number, transitions: BitSet(CollectionOfOne(transition))))
                }
            }
        }
        return jumps
    }

    func backJumps(in marking: Marking, where isDone: (Int) -> Bool) -> [FlowJump] {
        guard marking.phase == .running else { return [] }
        var jumps: [FlowJump] = []
        marking.tokens.forEach { place in
            guard places[place].from == nil else { return }
            let from = places[place].node
            jumps += returnTargets(from: from, in: marking, where: isDone).map { .back(to: $0, from: from) }
        }
        return jumps
    }

    /// Makes a move, and tells whether no token ran into another.
    func make(_ jump: FlowJump, in marking: Marking) -> (marking: Marking, isSafe: Bool) {
        var next = marking
        var isSafe = true
        switch jump {
        case .take(let node, let taken): isSafe = complete(node, by: taken.numbers, &next)
        case .back(let target, _): goBack(to: target, &next)
        }
        if next.tokens.isEmpty { next.phase = .ended }
        return (next, isSafe)
    }
}
