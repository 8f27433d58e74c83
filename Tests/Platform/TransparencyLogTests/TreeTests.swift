import Cryptography
import Kernel
import Testing
import TransparencyLog

@Suite("The tree")
struct TreeTests {
    /// The leaves and roots that the implementations of Certificate Transparency test themselves with.
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static let leafHashes = leaves.map { MerkleHash.leaf(Hexadecimal.decode($0) ?? []) }

    @Test("the roots of the classic leaves are the published ones", arguments: 0...8)
    func published(size: Int) async throws {
        var frontier = Frontier()
        for hash in TreeTests.leafHashes.prefix(size) { frontier.append(hash) }
        #expect(frontier.root.hex == TreeTests.roots[size])
        #expect(try await ProofMaker(LeafArray(TreeTests.leafHashes)).root(size: size) == frontier.root)
    }

    @Test("the proofs of the classic leaves are the published ones")
    func publishedProofs() async throws {
        let maker = ProofMaker(LeafArray(TreeTests.leafHashes))
        #expect(try await maker.inclusion(of: 0, size: 1).hashes.isEmpty)
        #expect(
            try await maker.inclusion(of: 0, size: 8).hashes.map(\.hex) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        )
        #expect(
            try await maker.consistency(from: 6, to: 8).hashes.map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        )
    }

    @Test("a frontier resumes from its stored bytes at every size")
    func resumes() throws {
        var frontier = Frontier()
        for number in 0..<200 {
            #expect(frontier.hashes.count == number.nonzeroBitCount)
            let resumed = try Frontier(size: number, bytes: frontier.bytes)
            #expect(resumed == frontier)
            frontier.append(MerkleHash.leaf(SHA256Hash.of([UInt8(number)])))
        }
        #expect(throws: TransparencyError.frontierLength(size: 3, expected: 2, found: 1)) {
            try Frontier(size: 3, bytes: [UInt8](repeating: 0, count: 63))
        }
        #expect(throws: TransparencyError.self) { try Frontier(size: -1, hashes: []) }
    }

    @Test("a long log is proved from subtrees that are remembered")
    func long() async throws {
        let count = 5000
        let hashes = (0..<count).map { MerkleHash.leaf(SHA256Hash.of(Array("\($0)".utf8))) }
        var frontier = Frontier()
        var roots = [frontier.root]
        for hash in hashes {
            frontier.append(hash)
            roots.append(frontier.root)
        }
        let maker = ProofMaker(LeafArray(hashes))
        for position in stride(from: 0, to: count, by: 371) {
            let proof = try await maker.inclusion(of: position, size: count)
            try proof.verify(leafHash: hashes[position], root: roots[count])
            let consistency = try await maker.consistency(from: position, to: count)
            try consistency.verify(olderRoot: roots[position], newerRoot: roots[count])
        }
        await #expect(throws: TransparencyError.sourceIncomplete(start: 4992, expected: 16, found: 8)) {
            try await maker.root(size: 5008)
        }
    }
}
