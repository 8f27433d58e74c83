package import Cryptography

/// Shows that a larger tree is a smaller one with leaves appended: nothing was altered, removed or put between.
///
/// - Source: RFC 9162 §2.1.4.
package struct ConsistencyProof: Hashable, Sendable, Codable {
    package let olderSize: Int
    package let newerSize: Int
    package let hashes: [Digest]

    package init(olderSize: Int, newerSize: Int, hashes: [Digest]) {
        self.olderSize = olderSize
        self.newerSize = newerSize
        self.hashes = hashes
    }

    /// Returns when the newer tree continues the older one, else throws what differs.
    package func verify(olderRoot: Digest, newerRoot: Digest) throws(TransparencyError) {
        let nodes = try ConsistencyProof.nodes(from: olderSize, to: newerSize)
        guard hashes.count == nodes.count else { throw .proofLength(expected: nodes.count, found: hashes.count) }
        guard olderSize > 0, olderSize < newerSize else {
            let expected = olderSize == 0 ? MerkleHash.empty : newerRoot
            guard olderRoot == expected else { throw .olderRootDiffers(expected: olderRoot, found: expected) }
            return
        }
        // The first hash is the older tree's last perfect subtree, which is the older root itself where that tree is
        // perfect and so not part of the proof.
        let startsWithOlder = nodes[0].upperBound == olderSize
        var older = startsWithOlder ? hashes[0] : olderRoot
        var newer = older
        for (hash, leaves) in zip(hashes, nodes).dropFirst(startsWithOlder ? 1 : 0) {
            if leaves.lowerBound >= olderSize {
                newer = MerkleHash.node(newer, hash)
            } else {
                older = MerkleHash.node(hash, older)
                newer = MerkleHash.node(hash, newer)
            }
        }
        guard older == olderRoot else { throw .olderRootDiffers(expected: olderRoot, found: older) }
        guard newer == newerRoot else { throw .rootDiffers(expected: newerRoot, found: newer) }
    }

    /// Returns the leaves below each hash of the proof, in its order.
    static func nodes(from older: Int, to newer: Int) throws(TransparencyError) -> [Range<Int>] {
        guard older >= 0, older <= newer else { throw .sizesReversed(from: older, to: newer) }
        guard older > 0, older < newer else { return [] }
        var node = 0..<newer
        var nodes: [Range<Int>] = []
        while node.upperBound != older {
            let division = node.division
            if older <= division {
                nodes.append(division..<node.upperBound)
                node = node.lowerBound..<division
            } else {
                nodes.append(node.lowerBound..<division)
                node = division..<node.upperBound
            }
        }
        // The node that the older tree ends with; who knows the older root knows it where it is the whole tree.
        if node.lowerBound > 0 { nodes.append(node) }
        return nodes.reversed()
    }
}
