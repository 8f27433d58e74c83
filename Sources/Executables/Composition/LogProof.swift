import Cryptography
package import EventLog
import Kernel
import Synchronization
package import TransparencyLog

/// The whole log checked, with the tree over it, against every checkpoint that was signed.
package struct LogProof: Sendable {
    package let report: LogReport
    package let frontier: Frontier
    /// How many signed checkpoints the log agrees with.
    package let checkpoints: Int
}

extension House {
    /// Recomputes the whole log and its tree.
    ///
    /// - Parameter further: checkpoints that were kept elsewhere.
    /// - Returns: what was proved, and the tree.
    /// - Throws: `LogFault` at the first event that is not what was committed or signed.
    package func prove(against further: [Checkpoint] = []) async throws -> LogProof {
        let checkpoints = try CheckpointShelf(house: self).all() + further
        let tree = GrowingTree(checkpoints)
        let report = try await log.verify(realm) { commitment in tree.append(commitment) }
        if let fault = tree.fault(realm: realm) { throw fault }
        return LogProof(report: report, frontier: tree.frontier, checkpoints: checkpoints.count)
    }
}

extension House {
    /// Proves the log and signs it as it stands.
    ///
    /// - Throws: `LogFault` when it is not what was committed.
    @discardableResult
    package func keepCheckpoint() async throws -> SignedNote {
        try CheckpointShelf(house: self).keep(await prove().frontier)
    }
}

/// The tree while the log is walked, compared at every size that was signed.
private final class GrowingTree: Sendable {
    private struct State {
        var frontier = Frontier()
        var differing: Checkpoint?
    }

    private let expected: [Int: [Checkpoint]]
    private let state = Mutex(State())

    init(_ checkpoints: [Checkpoint]) {
        expected = Dictionary(grouping: checkpoints, by: \.size)
    }

    var frontier: Frontier { state.withLock { $0.frontier } }

    func append(_ commitment: Digest) {
        state.withLock { state in
            state.frontier.append(MerkleHash.leaf(commitment.bytes))
            guard state.differing == nil, let signed = expected[state.frontier.size] else { return }
            let root = state.frontier.root
            state.differing = signed.first { $0.root != root }
        }
    }

    func fault(realm: Realm) -> LogFault? {
        let (size, differing) = state.withLock { ($0.frontier.size, $0.differing) }
        if let differing {
            return LogFault(
                kind: .checkpoint,
                event: Envelope.id(realm: realm, position: Int64(differing.size) - 1),
                detail: "an event up to this one was written anew after \(differing.size) were signed"
            )
        }
        guard let longest = expected.keys.max(), longest > size else { return nil }
        return LogFault(
            kind: .head,
            event: Envelope.id(realm: realm, position: Int64(size)),
            detail: "\(longest) events were signed, found \(size)"
        )
    }
}
