/// The compilation of a graph: checks what must hold for it to run, and numbers its parts.
///
/// Places and transitions are numbered in the order of the graph; that order is part of the form of a marking. Memory of
/// joins comes after them, so that a graph without such joins has the numbers it always had.
struct FlowPlan {
    private(set) var nodes: [Flow.Node] = []
    private(set) var transitions: [Flow.Transition] = []
    private(set) var numbers: [FlowNode.ID: Int] = [:]
    private(set) var start = 0
    private(set) var places: [(node: Int, from: Int?)] = []
    private(set) var following: [BitSet] = []
    private(set) var behind: [Flow.Behind] = []
    private(set) var returnable: [BitSet] = []

    /// As many outcomes may be taken together as a proof can try in all combinations.
    private static let mostTogether = 8

    init(_ graph: FlowGraph) throws(FlowFault) {
        try number(graph)
        let map = FlowMap(try resolveTargets(of: graph), start: start)
        try refuseNonsense(graph, map.targets)
        let arms = makePlaces(graph, map.targets)
        makeNodes(graph, map, arms)
        makeRivals()
        following = map.following
        behind = nodes.indices.map(makeBehind)
        makeReturnable()
    }

    private mutating func number(_ graph: FlowGraph) throws(FlowFault) {
        for (index, node) in graph.nodes.enumerated() {
            guard numbers.updateValue(index, forKey: node.id) == nil else { throw .duplicateNode(node.id) }
        }
        let starts = graph.nodes.indices.filter { if case .start = graph.nodes[$0].element { true } else { false } }
        guard starts.count == 1, let only = starts.first else { throw .startCount(starts.count) }
        start = only
        guard graph.nodes.contains(where: { $0.element == .end || $0.element == .terminate }) else { throw .noEnd }
    }

    /// Returns for each node the numbers of the nodes its arcs lead to, in order.
    private func resolveTargets(of graph: FlowGraph) throws(FlowFault) -> [[Int]] {
        var targets: [[Int]] = []
        for node in graph.nodes {
            for id in FlowPlan.mentioned(by: node) where numbers[id] == nil { throw .unknownTarget(id, of: node.id) }
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
        case .start(let next), .timer(let next), .parallelJoin(_, let next), .cancel(_, let next): return [next]
        case .parallelSplit(let branches), .race(let branches):
            guard !branches.isEmpty else { throw .noBranch(node.id) }
            return branches
        case .userStep(let step):
            guard !step.outcomes.isEmpty else { throw .noOutcome(node.id) }
            var seen: Set<FlowOutcome.ID> = []
            for outcome in step.outcomes {
                guard seen.insert(outcome.id).inserted else { throw .duplicateOutcome(node.id, outcome.id) }
            }
            if let rule = step.countersign {
                guard seen.contains(rule.agreed) else { throw .unknownOutcome(node.id, rule.agreed) }
                guard seen.contains(rule.refused), rule.agreed != rule.refused else {
                    throw .unknownOutcome(node.id, rule.refused)
                }
            }
            guard !step.takesSeveral || seen.count <= mostTogether else { throw .tooManyBranches(node.id) }
            return step.outcomes.map(\.to)
        case .end, .terminate: return []
        }
    }

    /// The nodes an element names without leading to them.
    private static func mentioned(by node: FlowNode) -> [FlowNode.ID] {
        switch node.element {
        case .cancel(let nodes, _): nodes
        case .userStep(let step): step.needs.map(\.node)
        case .start, .timer, .race, .parallelSplit, .parallelJoin, .end, .terminate: []
        }
    }

    private func refuseNonsense(_ graph: FlowGraph, _ targets: [[Int]]) throws(FlowFault) {
        let rests = graph.nodes.map(\.element.waits)
        let isGateway = graph.nodes.map(\.element.isGateway)
        for (index, node) in graph.nodes.enumerated() {
            if case .race = node.element, let other = targets[index].first(where: { !rests[$0] }) {
                throw .raceWithoutWait(node.id, graph.nodes[other].id)
            }
            if case .parallelJoin(.first(let count, _), _) = node.element,
                targets.count(where: { $0.contains(index) }) < count
            {
                throw .joinTooFewBranches(node.id)
            }
        }
        let onlyGateways = targets.indices.map { from in isGateway[from] ? targets[from].filter { isGateway[$0] } : [] }
        for node in graph.nodes.indices where isGateway[node] {
            guard !FlowMap.reach(onlyGateways[node], onlyGateways).contains(node) else {
                throw .gatewayCycle(graph.nodes[node].id)
            }
        }
    }

    /// Gives every step, timer and branch of a join its place; returns the branches of each join by source.
    private mutating func makePlaces(_ graph: FlowGraph, _ targets: [[Int]]) -> [Int: [Int: Int]] {
        var sources = [[Int]](repeating: [], count: targets.count)
        for (source, nodes) in targets.enumerated() {
            for target in nodes where sources[target].last != source { sources[target].append(source) }
        }
        var arms: [Int: [Int: Int]] = [:]
        for (index, node) in graph.nodes.enumerated() {
            if node.element.waits { places.append((index, nil)) }
            guard case .parallelJoin = node.element else { continue }
            for source in sources[index] {
                arms[index, default: [:]][source] = places.count
                places.append((index, source))
            }
        }
        return arms
    }

    private mutating func makeNodes(_ graph: FlowGraph, _ map: FlowMap, _ arms: [Int: [Int: Int]]) {
        let resting = Dictionary(
            uniqueKeysWithValues: places.indices.filter { places[$0].from == nil }.map { (places[$0].node, $0) }
        )
        var ranges: [Range<Int>] = []
        for (index, node) in graph.nodes.enumerated() {
            let first = transitions.count
            for (branch, target) in map.targets[index].enumerated() {
                let outcome: FlowOutcome.ID? =
                    if case .userStep(let step) = node.element { step.outcomes[branch].id } else { nil }
                let arc = Flow.Arc(node: target, place: arms[target]?[index])
                transitions.append(Flow.Transition(node: index, outcome: outcome, arc: arc))
            }
            ranges.append(first..<transitions.count)
        }
        var bits = transitions.count
        for (index, node) in graph.nodes.enumerated() {
            let kind: Flow.Kind =
                switch node.element {
                case .start: .start
                case .userStep(let step): .step(step)
                case .timer: .timer
                case .race: .race
                case .parallelSplit: .split
                case .parallelJoin(let rule, _):
                    .join(join(rule, (arms[index] ?? [:]).values.sorted(), of: index, map, &bits))
                case .cancel(let ids, _): .cancel(places(of: ids))
                case .end: .end
                case .terminate: .terminate
                }
            nodes.append(Flow.Node(id: node.id, kind: kind, place: resting[index], transitions: ranges[index]))
        }
    }

    private func join(_ rule: JoinRule, _ arms: [Int], of node: Int, _ map: FlowMap, _ bits: inout Int) -> Flow.Join {
        guard rule != .all else { return Flow.Join(rule: rule, arms: arms, region: BitSet(), memory: bits..<bits) }
        let memory = bits..<bits + arms.count + 1
        bits = memory.upperBound
        return Flow.Join(rule: rule, arms: arms, region: map.region(before: node), memory: memory)
    }

    private func places(of ids: [FlowNode.ID]) -> BitSet {
        let cancelled = BitSet(ids.compactMap { numbers[$0] })
        return BitSet(places.indices.filter { cancelled.contains(places[$0].from ?? places[$0].node) })
    }

    private mutating func makeRivals() {
        for race in nodes.indices {
            guard case .race = nodes[race].kind else { continue }
            let rivals = nodes[race].transitions.map { transitions[$0].arc.node }
            for node in rivals {
                for rival in rivals where rival != node {
                    if let place = nodes[rival].place { nodes[node].rivals.insert(place) }
                }
            }
        }
    }

    private mutating func makeReturnable() {
        returnable = nodes.map { _ in BitSet() }
        for (target, node) in nodes.enumerated() {
            guard let step = node.step, step.onReturn != .irrevocable else { continue }
            following[target].forEach { returnable[$0].insert(target) }
        }
    }

    private func makeBehind(_ target: Int) -> Flow.Behind {
        let region = following[target]
        var duties = BitSet()
        var undone = BitSet()
        var irrevocable = BitSet()
        var rearrivals: [Flow.Rearrival] = []
        region.forEach { number in
            let node = nodes[number]
            if let join = node.join {
                undone.formUnion(BitSet(join.memory))
                for (index, arm) in join.arms.enumerated() where !region.contains(places[arm].from ?? number) {
                    let memory = join.memory.isEmpty ? nil : join.memory.lowerBound + index
                    rearrivals.append(
                        Flow.Rearrival(fired: node.transitions.lowerBound, memory: memory, arm: arm)
                    )
                }
            }
            if let step = node.step {
                if !step.mayBeLeft, let place = node.place { duties.insert(place) }
                if step.onReturn == .irrevocable { irrevocable.formUnion(BitSet(node.transitions)) }
                if step.onReturn == .kept { return }
            }
            undone.formUnion(BitSet(node.transitions))
        }
        return Flow.Behind(
            places: BitSet(places.indices.filter { region.contains(places[$0].from ?? places[$0].node) }),
            duties: duties,
            undone: undone,
            irrevocable: irrevocable,
            rearrivals: rearrivals
        )
    }
}

extension FlowElement {
    /// Whether a token rests here until something happens.
    var waits: Bool {
        switch self {
        case .userStep, .timer: true
        case .start, .race, .parallelSplit, .parallelJoin, .cancel, .end, .terminate: false
        }
    }

    /// Whether a token passes through at once, so that a circle of such nodes would never come to rest.
    var isGateway: Bool {
        switch self {
        case .race, .parallelSplit, .parallelJoin, .cancel: true
        case .start, .userStep, .timer, .end, .terminate: false
        }
    }
}
