package import Cryptography

/// The two hashes a Merkle tree is made of; the first byte keeps leaves and nodes apart.
///
/// - Source: RFC 6962 §2.1 (RFC 9162 §2.1.1).
package enum MerkleHash {
    /// The root of a tree without leaves.
    package static let empty = SHA256Hash.of([])

    /// Returns the hash of a leaf that is a record's commitment.
    package static func leaf(_ record: Digest) -> Digest {
        var hash = RunningHash()
        hash.update(0)
        hash.update(record)
        return hash.digest()
    }

    /// Returns the hash of a leaf of any length.
    package static func leaf(_ bytes: [UInt8]) -> Digest {
        var hash = RunningHash()
        hash.update(0)
        hash.update(bytes)
        return hash.digest()
    }

    package static func node(_ left: Digest, _ right: Digest) -> Digest {
        var hash = RunningHash()
        hash.update(1)
        hash.update(left)
        hash.update(right)
        return hash.digest()
    }

    /// Returns the root over perfect subtrees that stand side by side, the largest first.
    static func joined(_ subtrees: [Digest]) -> Digest {
        guard var root = subtrees.last else { return empty }
        for left in subtrees.dropLast().reversed() { root = node(left, root) }
        return root
    }
}
