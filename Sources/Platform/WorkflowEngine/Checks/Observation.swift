/// As much of a run's past as a proof needs, so that a hundred choices without consequence are not a hundred dimensions.
///
/// A proof asks of the past only whether one of a group of outcomes still counts. Outcomes that no group tells apart are
/// taken as one, and within a group a completion is forgotten while another is there that outlives it: whatever a return
/// does to that one it has done to this one. What the moves of the engine themselves depend on is kept, but for which
/// steps a return may lead to: there a proof lets a run return to any step that lies behind it and is reached at all.
/// So it sees every run there is, and some more.
struct Observation: Sendable {
    /// For each transition the one that stands for it, or `nil` where nobody looks.
    private let representatives: [Int?]
    /// Bits that are kept as they are.
    private let exact: BitSet
    private let groups: [Group]

    private struct Group: Sendable {
        let members: BitSet
        /// For each member the members that outlive it.
        let outlivers: [Int: BitSet]
    }

    init(_ flow: Flow, of acts: [BitSet]) {
        var exact = BitSet()
        for node in flow.nodes {
            if let join = node.join { exact.formUnion(BitSet(Array(node.transitions) + Array(join.memory))) }
            for need in node.step?.needs ?? [] {
                guard case .done(let id) = need, let other = flow.numbers[id] else { continue }
                exact.formUnion(BitSet(flow.nodes[other].transitions))
            }
        }
        let outside = BitSet(
            flow.transitions.indices.filter { flow.nodes[flow.transitions[$0].node].step?.onReturn == .irrevocable }
        )
        let sets = acts + [outside]
        representatives = Observation.representatives(flow, sets, exact)
        let used = BitSet(representatives.compactMap(\.self))
        let voiders = flow.nodes.indices.map { Observation.voiders(of: $0, flow) }
        groups = sets.enumerated().map { index, set in
            var members = set
            members.formIntersection(used)
            return Group(
                members: members,
                outlivers: index == acts.count
                    ? Observation.blockers(members, flow, voiders)
                    : Observation.outlivers(members, set, flow, voiders)
            )
        }
        self.exact = exact
    }

    func normalize(_ done: BitSet) -> BitSet {
        var standing = BitSet()
        done.forEach { bit in
            if exact.contains(bit) {
                standing.insert(bit)
            } else if bit < representatives.count, let representative = representatives[bit] {
                standing.insert(representative)
            }
        }
        var kept = standing
        kept.formIntersection(exact)
        for group in groups {
            var present = standing
            present.formIntersection(group.members)
            present.forEach { bit in
                if !(group.outlivers[bit]?.intersects(present) ?? false) { kept.insert(bit) }
            }
        }
        return kept
    }

    /// Outcomes of one step that belong to the same groups are told apart by nobody.
    private static func representatives(_ flow: Flow, _ sets: [BitSet], _ exact: BitSet) -> [Int?] {
        struct Signature: Hashable {
            let node: Int
            let groups: [Int]
        }
        var first: [Signature: Int] = [:]
        return flow.transitions.enumerated().map { number, transition in
            if exact.contains(number) { return number }
            let groups = sets.indices.filter { sets[$0].contains(number) }
            guard !groups.isEmpty else { return nil }
            let signature = Signature(node: transition.node, groups: groups)
            if let known = first[signature] { return known }
            first[signature] = number
            return number
        }
    }

    /// The steps a return to which would void the node, were it not irrevocable or kept.
    private static func voiders(of node: Int, _ flow: Flow) -> BitSet {
        BitSet(
            flow.nodes.indices.filter { target in
                guard let step = flow.nodes[target].step else { return false }
                return step.onReturn != .irrevocable && flow.following[target].contains(node)
            }
        )
    }

    private static func outlivers(
        _ members: BitSet,
        _ set: BitSet,
        _ flow: Flow,
        _ voiders: [BitSet]
    ) -> [Int: BitSet] {
        func risk(_ node: Int) -> BitSet { flow.nodes[node].step?.onReturn == .voided ? voiders[node] : BitSet() }
        func isSteady(_ node: Int) -> Bool {
            if flow.nodes[node].transitions.allSatisfy({ set.contains($0) }) { return true }
            let isInLoop = flow.nodes[node].transitions.contains {
                flow.following[flow.transitions[$0].arc.node].contains(node)
            }
            return !isInLoop && flow.nodes[node].step?.onReturn != .kept
        }
        return pairs(members) { lesser, greater in
            let (old, new) = (flow.transitions[lesser].node, flow.transitions[greater].node)
            return isSteady(new) && risk(new).isSubset(of: risk(old))
        }
    }

    /// Of two acts with effect outside, the one that bars all the returns the other bars.
    private static func blockers(_ members: BitSet, _ flow: Flow, _ voiders: [BitSet]) -> [Int: BitSet] {
        pairs(members) { lesser, greater in
            voiders[flow.transitions[lesser].node].isSubset(of: voiders[flow.transitions[greater].node])
        }
    }

    /// Returns for each member those that make it needless; of two that do so to each other the first is kept.
    private static func pairs(_ members: BitSet, _ makesNeedless: (Int, Int) -> Bool) -> [Int: BitSet] {
        let numbers = members.numbers
        return Dictionary(
            uniqueKeysWithValues: numbers.map { lesser in
                let greater = numbers.filter { other in
                    other != lesser && makesNeedless(lesser, other)
                        && (other < lesser || !makesNeedless(other, lesser))
                }
                return (lesser, BitSet(greater))
            }
        )
    }
}
