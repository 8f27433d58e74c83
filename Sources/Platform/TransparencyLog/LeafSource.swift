package import Cryptography

/// Where the leaf hashes of a log are kept.
package protocol LeafSource: Sendable {
    /// Returns the leaf hashes at these positions, in order.
    func leafHashes(at positions: Range<Int>) async throws -> [Digest]
}

/// Leaf hashes in memory, for verifiers and tests.
package struct LeafArray: LeafSource {
    private let hashes: [Digest]

    package init(_ hashes: [Digest]) {
        self.hashes = hashes
    }

    package func leafHashes(at positions: Range<Int>) -> [Digest] {
        Array(hashes[positions.clamped(to: hashes.indices)])
    }
}
