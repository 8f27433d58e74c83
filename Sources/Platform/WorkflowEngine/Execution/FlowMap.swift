/// The bare arrows of a graph, and what can be read off them.
struct FlowMap {
    let targets: [[Int]]
    let start: Int

    init(_ targets: [[Int]], start: Int) {
        self.targets = targets
        self.start = start
    }

    /// For each node: the nodes that can follow it, itself included.
    var following: [BitSet] {
        targets.indices.map { origin in
            var reached = FlowMap.reach(targets[origin], targets)
            reached.insert(origin)
            return reached
        }
    }

    /// Returns the nodes between a join and the last node that all ways to it have in common: where its branches began.
    func region(before join: Int) -> BitSet {
        let origin = commonBeginning(of: join)
        var sources = [[Int]](repeating: [], count: targets.count)
        for (source, nodes) in targets.enumerated() {
            for target in nodes { sources[target].append(source) }
        }
        let limits = BitSet([origin, join])
        var region = FlowMap.reach(targets[origin], targets, without: limits)
        region.formIntersection(FlowMap.reach(sources[join], sources, without: limits))
        return region
    }

    /// The last node, before `node`, on every way from the start to it.
    private func commonBeginning(of node: Int) -> Int {
        var way: [Int: Int] = [start: start]
        var open = [start]
        while !open.isEmpty, way[node] == nil {
            open = open.flatMap { from in
                targets[from].filter { way.updateValue(way[$0] ?? from, forKey: $0) == nil }
            }
        }
        var current = node
        while let before = way[current], before != start {
            current = before
            if !FlowMap.reach([start], targets, without: BitSet([current])).contains(node) { return current }
        }
        return start
    }

    static func reach(_ first: [Int], _ targets: [[Int]], without limits: BitSet = BitSet()) -> BitSet {
        var reached = BitSet()
        var open = first
        while let next = open.popLast() {
            if reached.contains(next) || limits.contains(next) { continue }
            reached.insert(next)
            open += targets[next]
        }
        return reached
    }
}
