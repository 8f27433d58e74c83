/// The words two texts share and those that only one of them has, in reading order.
package struct TextDifference: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case kept(String)
        case removed(String)
        case added(String)
    }

    package private(set) var pieces: [Piece] = []

    package init(from older: String, to newer: String) {
        let (old, new) = (Array(older), Array(newer))
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.offset))
        let added = Set(difference.insertions.map(\.offset))
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i) {
                put(.removed(String(old[i])))
                i += 1
            } else if added.contains(j) {
                put(.added(String(new[j])))
                j += 1
            } else {
                put(.kept(String(old[i])))
                i += 1
                j += 1
            }
        }
    }

    /// Joins the piece to the last one when both are of a kind.
    private mutating func put(_ piece: Piece) {
        let joined: Piece? =
            switch (pieces.last, piece) {
            case (.kept(let start)?, .kept(let end)): .kept(start + end)
            case (.removed(let start)?, .removed(let end)): .removed(start + end)
            case (.added(let start)?, .added(let end)): .added(start + end)
            case (_, .kept), (_, .removed), (_, .added): nil
            }
        if let joined { pieces[pieces.count - 1] = joined } else { pieces.append(piece) }
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
