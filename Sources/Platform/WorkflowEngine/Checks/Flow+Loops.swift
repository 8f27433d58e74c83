extension Flow {
    /// Nodes that can follow each other, in the order of the graph; a node outside every loop is one by itself.
    package struct Loop: Sendable {
        package let members: [Int]
        /// The first members of the loops that come directly after.
        package let next: [Int]
    }

    /// The loops of what can follow the start, each after all that can follow it; the start comes last.
    package var loopsLastFirst: [Loop] {
        // Whoever can follow another, and not the other way round, has less before it.
        let reached = following[start].numbers
        let sizes = following.map(\.count)
        var groups: [[Int]] = []
        var group: [Int: Int] = [:]
        for node in reached.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
            let known = following[node].numbers.first { group[$0] != nil && following[$0].contains(node) }
            if let number = known.flatMap({ group[$0] }) {
                groups[number].append(node)
                group[node] = number
            } else {
                group[node] = groups.count
                groups.append([node])
            }
        }
        return groups.enumerated().map { number, members in
            let after = members.flatMap { nodes[$0].transitions.compactMap { group[transitions[$0].arc.node] } }
            var next: [Int] = []
            for other in after where other != number && !next.contains(groups[other][0]) {
                next.append(groups[other][0])
            }
            return Loop(members: members, next: next)
        }
    }
}
