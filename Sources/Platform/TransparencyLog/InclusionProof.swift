package import Cryptography

/// Shows that a leaf stands at a position of the tree with a certain root.
///
/// - Source: RFC 9162 §2.1.3.
package struct InclusionProof: Hashable, Sendable, Codable {
    /// Counted from 0.
    package let position: Int
    package let size: Int
    /// The siblings from the leaf upwards.
    package let hashes: [Digest]

    package init(position: Int, size: Int, hashes: [Digest]) {
        self.position = position
        self.size = size
        self.hashes = hashes
    }

    /// Returns when the leaf is in the tree with that root, else throws what differs.
    package func verify(leafHash: Digest, root: Digest) throws(TransparencyError) {
        guard position >= 0, position < size else { throw .positionOutside(position: position, size: size) }
        let expected = InclusionProof.siblings(of: position, size: size)
        guard hashes.count == expected.count else {
            throw .proofLength(expected: expected.count, found: hashes.count)
        }
        var hash = leafHash
        for (sibling, leaves) in zip(hashes, expected) {
            hash = leaves.lowerBound > position ? MerkleHash.node(hash, sibling) : MerkleHash.node(sibling, hash)
        }
        guard hash == root else { throw .rootDiffers(expected: root, found: hash) }
    }

    /// Returns the leaves below each hash of the proof, from the leaf upwards; empty for a position outside.
    static func siblings(of position: Int, size: Int) -> [Range<Int>] {
        var node = 0..<size
        var siblings: [Range<Int>] = []
        while node.count > 1 {
            let division = node.division
            if position < division {
                siblings.append(division..<node.upperBound)
                node = node.lowerBound..<division
            } else {
                siblings.append(node.lowerBound..<division)
                node = division..<node.upperBound
            }
        }
        return siblings.reversed()
    }
}
