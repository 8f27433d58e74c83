import Cryptography
import Kernel
import Testing
import TransparencyLog

@Suite("Proofs")
struct ProofTests {
    private static let count = 64
    private static let hashes = (0..<count).map { MerkleHash.leaf(SHA256Hash.of([UInt8($0)])) }
    private static let roots = hashes.reduce(into: [Frontier()]) { frontiers, hash in
        var next = frontiers[frontiers.count - 1]
        next.append(hash)
        frontiers.append(next)
    }.map(\.root)
    private static let strange = SHA256Hash.of([0xFF])

    private let maker = ProofMaker(LeafArray(ProofTests.hashes))

    @Test("every leaf of every small tree is proved, and no proof serves another leaf, root, position or size")
    func inclusion() async throws {
        for size in 1...ProofTests.count {
            let root = ProofTests.roots[size]
            for position in 0..<size {
                let proof = try await maker.inclusion(of: position, size: size)
                let leaf = ProofTests.hashes[position]
                try proof.verify(leafHash: leaf, root: root)
                refused { () throws(TransparencyError) in try proof.verify(leafHash: ProofTests.strange, root: root) }
                refused { () throws(TransparencyError) in try proof.verify(leafHash: leaf, root: ProofTests.strange) }
                for altered in ProofTests.altered(proof.hashes) {
                    let tampered = InclusionProof(position: position, size: size, hashes: altered)
                    refused { () throws(TransparencyError) in try tampered.verify(leafHash: leaf, root: root) }
                }
                for other in [position - 1, position + 1, size] where other != position {
                    let moved = InclusionProof(position: other, size: size, hashes: proof.hashes)
                    refused { () throws(TransparencyError) in try moved.verify(leafHash: leaf, root: root) }
                }
            }
        }
    }

    @Test("every small tree continues every smaller one, and no altered proof shows it")
    func consistency() async throws {
        for newer in 0...ProofTests.count {
            for older in 0...newer {
                let proof = try await maker.consistency(from: older, to: newer)
                let roots = (ProofTests.roots[older], ProofTests.roots[newer])
                try proof.verify(olderRoot: roots.0, newerRoot: roots.1)
                refused { () throws(TransparencyError) in
                    try proof.verify(olderRoot: ProofTests.strange, newerRoot: roots.1)
                }
                if older > 0 {
                    refused { () throws(TransparencyError) in
                        try proof.verify(olderRoot: roots.0, newerRoot: ProofTests.strange)
                    }
                }
                for altered in ProofTests.altered(proof.hashes) {
                    let tampered = ConsistencyProof(olderSize: older, newerSize: newer, hashes: altered)
                    refused { () throws(TransparencyError) in
                        try tampered.verify(olderRoot: roots.0, newerRoot: roots.1)
                    }
                }
            }
        }
    }

    @Test("a proof nobody can make is refused with the reason")
    func impossible() async {
        await #expect(throws: TransparencyError.positionOutside(position: 5, size: 5)) {
            try await maker.inclusion(of: 5, size: 5)
        }
        await #expect(throws: TransparencyError.positionOutside(position: -1, size: 5)) {
            try await maker.inclusion(of: -1, size: 5)
        }
        await #expect(throws: TransparencyError.sizesReversed(from: 6, to: 5)) {
            try await maker.consistency(from: 6, to: 5)
        }
        refused { () throws(TransparencyError) in
            try ConsistencyProof(olderSize: -1, newerSize: 5, hashes: [])
                .verify(olderRoot: ProofTests.strange, newerRoot: ProofTests.strange)
        }
        refused { () throws(TransparencyError) in
            try InclusionProof(position: Int.max - 1, size: Int.max, hashes: [])
                .verify(leafHash: ProofTests.strange, root: ProofTests.strange)
        }
    }

    private func refused(_ verify: () throws(TransparencyError) -> Void) {
        #expect(throws: TransparencyError.self) { try verify() }
    }

    /// One hash too many, one too few, and each hash altered in turn.
    private static func altered(_ hashes: [Digest]) -> [[Digest]] {
        var lists = [hashes + [strange], [strange] + hashes]
        if !hashes.isEmpty { lists += [Array(hashes.dropLast()), Array(hashes.dropFirst())] }
        for index in hashes.indices {
            var list = hashes
            list[index] = strange
            lists.append(list)
        }
        return lists
    }
}
