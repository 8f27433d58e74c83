package import Cryptography

/// The right edge of a growing tree: all that is needed to append and to know the root.
///
/// It holds the roots of the perfect subtrees the size consists of, so about log2(size) hashes; appending costs two
/// hashes a leaf on the average.
package struct Frontier: Hashable, Sendable {
    package private(set) var size: Int
    /// One hash for each set bit of `size`, the largest subtree first.
    package private(set) var hashes: [Digest]

    /// The frontier of a tree without leaves.
    package init() {
        size = 0
        hashes = []
    }

    /// Resumes from hashes that were stored.
    package init(size: Int, hashes: [Digest]) throws(TransparencyError) {
        let expected = size < 0 ? 0 : size.nonzeroBitCount
        guard size >= 0, hashes.count == expected else {
            throw .frontierLength(size: size, expected: expected, found: hashes.count)
        }
        self.size = size
        self.hashes = hashes
    }

    /// Resumes from `bytes` as they were stored.
    package init(size: Int, bytes: [UInt8]) throws(TransparencyError) {
        let hashes = stride(from: 0, to: bytes.count, by: Digest.length).compactMap { start in
            Digest(bytes: bytes[start..<min(start + Digest.length, bytes.count)])
        }
        try self.init(size: size, hashes: hashes)
    }

    /// The hashes one after the other, 32 bytes each, to be stored.
    package var bytes: [UInt8] { hashes.flatMap(\.bytes) }

    /// The root of the tree so far.
    package var root: Digest { MerkleHash.joined(hashes) }

    /// Appends one leaf, given its leaf hash.
    package mutating func append(_ leafHash: Digest) {
        var hash = leafHash
        // As in counting: every trailing one of the size is a subtree that becomes full.
        for _ in 0..<(~size).trailingZeroBitCount {
            hash = MerkleHash.node(hashes.removeLast(), hash)
        }
        hashes.append(hash)
        size += 1
    }
}
