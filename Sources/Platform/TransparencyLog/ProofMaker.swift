package import Cryptography

/// Makes proofs over a log's leaves, and remembers the subtrees that can never change again.
///
/// A perfect subtree of 256 or more leaves is computed once; what is remembered comes to about 0.4 bytes a leaf. The
/// first proof over a log reads all of it, a later one the leaves that came since and at most some thousand others.
package actor ProofMaker {
    private let source: any LeafSource
    private var perfect: [Subtree: Digest] = [:]

    package init(_ source: any LeafSource) {
        self.source = source
    }

    /// Returns the root of the first `size` leaves.
    ///
    /// Throws `TransparencyError`, and what the source throws; so do the others.
    package func root(size: Int) async throws -> Digest {
        guard size >= 0 else { throw TransparencyError.sizesReversed(from: 0, to: size) }
        return try await hash(of: 0..<size)
    }

    /// Returns the proof that the leaf at `position` is in the tree of the first `size` leaves.
    package func inclusion(of position: Int, size: Int) async throws -> InclusionProof {
        guard position >= 0, position < size else {
            throw TransparencyError.positionOutside(position: position, size: size)
        }
        let hashes = try await hashes(of: InclusionProof.siblings(of: position, size: size))
        return InclusionProof(position: position, size: size, hashes: hashes)
    }

    /// Returns the proof that the tree of `newer` leaves continues that of `older` leaves.
    package func consistency(from older: Int, to newer: Int) async throws -> ConsistencyProof {
        let hashes = try await hashes(of: ConsistencyProof.nodes(from: older, to: newer))
        return ConsistencyProof(olderSize: older, newerSize: newer, hashes: hashes)
    }

    private static let rememberedLevel = 8

    private func hashes(of nodes: [Range<Int>]) async throws -> [Digest] {
        var hashes: [Digest] = []
        for node in nodes { hashes.append(try await hash(of: node)) }
        return hashes
    }

    private func hash(of leaves: Range<Int>) async throws -> Digest {
        var hashes: [Digest] = []
        for subtree in Subtree.covering(leaves) { hashes.append(try await hash(of: subtree)) }
        return MerkleHash.joined(hashes)
    }

    private func hash(of subtree: Subtree) async throws -> Digest {
        if let known = perfect[subtree] { return known }
        guard subtree.level > ProofMaker.rememberedLevel else {
            let hash = try await computed(subtree)
            if subtree.level == ProofMaker.rememberedLevel { perfect[subtree] = hash }
            return hash
        }
        let (left, right) = subtree.halves
        let hash = try await MerkleHash.node(hash(of: left), hash(of: right))
        perfect[subtree] = hash
        return hash
    }

    private func computed(_ subtree: Subtree) async throws -> Digest {
        let leaves = subtree.leaves
        let hashes = try await source.leafHashes(at: leaves)
        guard hashes.count == leaves.count else {
            throw TransparencyError.sourceIncomplete(
                start: leaves.lowerBound,
                expected: leaves.count,
                found: hashes.count
            )
        }
        var frontier = Frontier()
        for hash in hashes { frontier.append(hash) }
        return frontier.root
    }
}
