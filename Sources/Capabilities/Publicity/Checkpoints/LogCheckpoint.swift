package import Cryptography
import Database
package import EventLog
package import Kernel
import Synchronization
package import TransparencyLog

/// Signs what the log is, so that nobody can say later that it was something else.
///
/// The leaves are the events' commitments alone. Who may rewrite the database can recompute every commitment, but not
/// sign the root that is published: `verify` holds the log against every checkpoint that was ever signed.
package struct LogCheckpoint: Sendable {
    private let log: EventLog
    private let key: SigningKey
    private let origin: String

    /// Takes the key of the ring under the log's public name.
    ///
    /// - Parameters:
    ///   - log: the log to sign for.
    ///   - ring: the node's secrets.
    ///   - origin: the name of this data home's logs for ever, without scheme: `data.example.gov.cn`.
    /// - Throws: `CryptographyError.keyName` for a name that cannot stand in a note.
    package init(_ log: EventLog, _ ring: KeyRing, origin: String) throws {
        self.log = log
        self.origin = origin
        key = try ring.signingKey(named: origin)
    }

    /// The public half, for everyone who verifies.
    package var verifyingKey: VerifyingKey { key.verifyingKey }

    /// The name of one realm's log.
    package func origin(of realm: Realm) -> String { "\(origin)/\(realm.shortCode)" }

    /// Signs the log as it is now and stores the note; an unchanged log gets no second one.
    ///
    /// Costs what was appended since the last checkpoint.
    package func sign(_ realm: Realm) async throws -> StoredCheckpoint {
        var frontier = try await storedFrontier(realm)
        let signedSize = frontier.size
        while true {
            let from = Int64(frontier.size)
            let leaves = try await log.read(realm) { try $0.commitments(from: from, limit: LogCheckpoint.page) }
            for leaf in leaves { frontier.append(MerkleHash.leaf(leaf)) }
            if leaves.count < LogCheckpoint.page { break }
        }
        if frontier.size == signedSize, let latest = try await log.read(realm, { try $0.latestCheckpoint() }) {
            return latest
        }
        let root = frontier.root
        let checkpoint = Checkpoint(origin: origin(of: realm), size: frontier.size, root: root)
        let stored = StoredCheckpoint(
            size: frontier.size,
            root: root.hex,
            note: try checkpoint.signed(by: [key]).description,
            signedAt: log.clock.now
        )
        let bytes = frontier.bytes
        _ = try await log.database.write { writer in
            try writer.execute(
                """
                INSERT INTO checkpoint (realm, size, root, frontier, note, signed_at)
                VALUES (\(realm), \(stored.size), \(stored.root), \(bytes), \(stored.note), \(stored.signedAt))
                    ON CONFLICT (realm, size) DO NOTHING
                """
            )
        }
        return stored
    }

    /// What was proved.
    package struct Proof: Sendable {
        package let log: LogReport
        /// How many signed checkpoints the log was held against.
        package let checkpoints: Int
    }

    /// Recomputes every digest of the log, and holds its tree against every checkpoint stored here or kept elsewhere.
    ///
    /// - Parameters:
    ///   - realm: the data home.
    ///   - witnessed: notes that others have kept; they also find a table of checkpoints that was rewritten.
    /// - Returns: how many events and checkpoints agree.
    /// - Throws: `LogFault`, `.checkpoint` where the log differs from what was signed; `TransparencyError` for a note
    ///   that this key did not sign.
    package func verify(_ realm: Realm, witnessed: [SignedNote] = []) async throws -> Proof {
        let stored = try await log.read(realm) { try $0.checkpoints() }
        var signed: [Checkpoint] = []
        for note in try stored.map({ try SignedNote($0.note) }) + witnessed {
            signed.append(try Checkpoint(verifying: note, origin: origin(of: realm), keys: [key.verifyingKey]))
        }
        for (row, checkpoint) in zip(stored, signed) where row.size != checkpoint.size {
            throw fault(realm, checkpoint.size, "the row says \(row.size) events, its note \(checkpoint.size)")
        }
        let roots = Roots(sizes: Set(signed.map(\.size)))
        let report = try await log.verify(realm) { commitment in roots.take(commitment) }
        for checkpoint in signed.sorted(by: { $0.size < $1.size }) {
            guard let root = roots.root(at: checkpoint.size) else {
                throw fault(realm, checkpoint.size, "signed with \(checkpoint.size) events, found \(report.events)")
            }
            guard root == checkpoint.root else {
                throw fault(realm, checkpoint.size, "signed \(checkpoint.root.hex), found \(root.hex)")
            }
        }
        return Proof(log: report, checkpoints: signed.count)
    }

    private static let page = 1_000

    private func storedFrontier(_ realm: Realm) async throws -> Frontier {
        let row = try await log.database.read { reader in
            try reader.firstRow(
                """
                SELECT size, frontier
                  FROM checkpoint
                 WHERE realm = \(realm)
                 ORDER BY size DESC
                 LIMIT 1
                """
            )
        }
        guard let row else { return Frontier() }
        return try Frontier(size: row["size"], bytes: row["frontier"])
    }

    private func fault(_ realm: Realm, _ size: Int, _ detail: String) -> LogFault {
        LogFault(kind: .checkpoint, event: Envelope.id(realm: realm, position: Int64(size) - 1), detail: detail)
    }
}

/// The roots of the tree at the sizes that were signed, while the leaves go by.
private final class Roots: Sendable {
    private struct Content {
        var frontier = Frontier()
        var roots: [Int: Digest] = [:]
    }

    private let sizes: Set<Int>
    private let content: Mutex<Content>

    init(sizes: Set<Int>) {
        self.sizes = sizes
        content = Mutex(Content(roots: sizes.contains(0) ? [0: Frontier().root] : [:]))
    }

    func take(_ commitment: Digest) {
        content.withLock { content in
            content.frontier.append(MerkleHash.leaf(commitment))
            if sizes.contains(content.frontier.size) { content.roots[content.frontier.size] = content.frontier.root }
        }
    }

    func root(at size: Int) -> Digest? { content.withLock { $0.roots[size] } }
}
