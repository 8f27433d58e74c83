/// A perfect subtree: 2^level leaves from `index` × 2^level on.
struct Subtree: Hashable {
    let level: Int
    let index: Int

    var leaves: Range<Int> { (index << level)..<((index + 1) << level) }

    var halves: (left: Subtree, right: Subtree) {
        (Subtree(level: level - 1, index: index * 2), Subtree(level: level - 1, index: index * 2 + 1))
    }

    /// Returns the perfect subtrees of `leaves`, the largest first.
    ///
    /// `leaves` must be a node of a tree: its start a multiple of its largest subtree.
    static func covering(_ leaves: Range<Int>) -> [Subtree] {
        var subtrees: [Subtree] = []
        var start = leaves.lowerBound
        while start < leaves.upperBound {
            let level = Int.bitWidth - 1 - (leaves.upperBound - start).leadingZeroBitCount
            subtrees.append(Subtree(level: level, index: start >> level))
            start += 1 << level
        }
        return subtrees
    }
}

extension Range<Int> {
    /// Where a tree over these two or more leaves divides: at the largest power of two smaller than their number.
    var division: Int { lowerBound + (1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)) }
}
