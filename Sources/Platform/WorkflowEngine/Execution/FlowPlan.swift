/// The compilation of a graph: checks what must hold for it to run, and numbers its parts.
struct FlowPlan {
    private(set) var nodes: [Flow.Node] = []
    private(set) var transitions: [Flow.Transition] = []
    private(set) var numbers: [FlowNode.ID: Int] = [:]
    private(set) var start = 0
    private(set) var places: [(node: Int, from: Int?)] = []
    private(set) var following: [BitSet] = []

    init(_ graph: FlowGraph) throws(FlowFault) {
        try number(graph)
        let targets = try resolveTargets(of: graph)
        try refuseGatewayCycles(graph, targets)
        let arms = makePlaces(graph, targets)
        makeNodes(graph, targets, arms)
        following = FlowPlan.closure(targets)
    }

    private mutating func number(_ graph: FlowGraph) throws(FlowFault) {
        for (index, node) in graph.nodes.enumerated() {
            guard numbers.updateValue(index, forKey: node.id) == nil else { throw .duplicateNode(node.id) }
        }
        let starts = graph.nodes.indices.filter { if case .start = graph.nodes[$0].element { true } else { false } }
        guard starts.count == 1, let only = starts.first else { throw .startCount(starts.count) }
        start = only
        guard graph.nodes.contains(where: { $0.element == .end }) else { throw .noEnd }
    }

    /// Returns for each node the numbers of the nodes its arcs lead to, in order.
    private func resolveTargets(of graph: FlowGraph) throws(FlowFault) -> [[Int]] {
        var targets: [[Int]] = []
        for node in graph.nodes {
            var resolved: [Int] = []
            for id in try FlowPlan.targets(of: node) {
                guard let target = numbers[id] else { throw .unknownTarget(id, of: node.id) }
                guard target != start else { throw .leadsBackToStart(node.id) }
                resolved.append(target)
            }
            targets.append(resolved)
        }
        return targets
    }

    private static func targets(of node: FlowNode) throws(FlowFault) -> [FlowNode.ID] {
        switch node.element {
        case .start(let next), .timer(let next), .parallelJoin(_, let next): return [next]
        case .parallelSplit(let branches):
            guard !branches.isEmpty else { throw .noBranch(node.id) }
            return branches
        case .userStep(let step):
            guard !step.outcomes.isEmpty else { throw .noOutcome(node.id) }
            var seen: Set<FlowOutcome.ID> = []
            for outcome in step.outcomes {
                guard seen.insert(outcome.id).inserted else { throw .duplicateOutcome(node.id, outcome.id) }
            }
            return step.outcomes.map(\.to)
        case .end: return []
        }
    }

    private func refuseGatewayCycles(_ graph: FlowGraph, _ targets: [[Int]]) throws(FlowFault) {
        let isGateway = graph.nodes.map { node in
            switch node.element {
            case .parallelSplit, .parallelJoin: true
            case .start, .userStep, .timer, .end: false
            }
        }
        let onlyGateways = targets.indices.map { from in isGateway[from] ? targets[from].filter { isGateway[$0] } : [] }
        for node in graph.nodes.indices where isGateway[node] {
            var reached = BitSet()
            var open = onlyGateways[node]
            while let next = open.popLast() {
                guard next != node else { throw .gatewayCycle(graph.nodes[node].id) }
                if reached.contains(next) { continue }
                reached.insert(next)
                open += onlyGateways[next]
            }
        }
    }

    /// Gives every step, timer and branch of a join its place; returns the branches of each join by source.
    private mutating func makePlaces(_ graph: FlowGraph, _ targets: [[Int]]) -> [Int: [Int: Int]] {
        var arms: [Int: [Int: Int]] = [:]
        for (index, node) in graph.nodes.enumerated() {
            switch node.element {
            case .userStep, .timer: places.append((index, nil))
            case .parallelJoin:
                for source in targets.indices where targets[source].contains(index) {
                    arms[index, default: [:]][source] = places.count
                    places.append((index, source))
                }
            case .start, .parallelSplit, .end: break
            }
        }
        return arms
    }

    private mutating func makeNodes(_ graph: FlowGraph, _ targets: [[Int]], _ arms: [Int: [Int: Int]]) {
        for (index, node) in graph.nodes.enumerated() {
            let first = transitions.count
            for (branch, target) in targets[index].enumerated() {
                let outcome: FlowOutcome.ID? =
                    if case .userStep(let step) = node.element { step.outcomes[branch].id } else { nil }
                let arc = Flow.Arc(node: target, place: arms[target]?[index])
                transitions.append(Flow.Transition(node: index, outcome: outcome, arc: arc))
            }
            let kind: Flow.Kind =
                switch node.element {
                case .start: .start
                case .userStep(let step): .step(step.onReturn, mayBeLeft: step.mayBeLeft)
                case .timer: .timer
                case .parallelSplit: .split
                case .parallelJoin: .join(arms: (arms[index] ?? [:]).values.sorted())
                case .end: .end
                }
            nodes.append(
                Flow.Node(
                    id: node.id,
                    kind: kind,
                    place: places.firstIndex { $0.node == index && $0.from == nil },
                    transitions: first..<transitions.count
                )
            )
        }
    }

    private static func closure(_ targets: [[Int]]) -> [BitSet] {
        targets.indices.map { origin in
            var reached = BitSet()
            reached.insert(origin)
            var open = targets[origin]
            while let next = open.popLast() {
                if reached.contains(next) { continue }
                reached.insert(next)
                open += targets[next]
            }
            return reached
        }
    }
}
