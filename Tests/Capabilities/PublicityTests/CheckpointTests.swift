import CanonicalJSON
import Cryptography
import Database
import EventLog
import Kernel
import TestSupport
import Testing
import TransparencyLog

@testable import Publicity

@Suite("Checkpoints of the log")
struct CheckpointTests {
    @Test("each checkpoint signs what is there; an unchanged log gets no second one", arguments: StorageEngine.allCases)
    func sign(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let checkpoints = try LogCheckpoint(log.log, log.ring, origin: "log.example.org")
        let first = try await checkpoints.sign(PublicLog.realm)
        #expect(try await checkpoints.sign(PublicLog.realm) == first)
        _ = try await log.grant(1, to: log.person)
        let second = try await checkpoints.sign(PublicLog.realm)
        #expect(second.size > first.size)
        let proof = try await checkpoints.verify(PublicLog.realm)
        #expect(proof.checkpoints == 2)
        #expect(proof.log.events == Int64(second.size))
        let note = try SignedNote(second.note)
        let read = try Checkpoint(
            verifying: note,
            origin: checkpoints.origin(of: PublicLog.realm),
            keys: [VerifyingKey(checkpoints.verifyingKey.description)]
        )
        #expect(read.root.hex == second.root)
        let size = second.size
        let leaves = try await log.read { try $0.commitments(from: 0, limit: size) }
        #expect(try await ProofMaker(LeafArray(leaves.map { MerkleHash.leaf($0) })).root(size: size) == read.root)
    }

    /// Takes the place of one event by another that was recorded just as properly elsewhere.
    ///
    /// Every digest and commitment of the result is right; only the root tells.
    private func rewrite(_ log: PublicLog, position: Int64, from other: PublicLog) async throws {
        let row = try #require(
            try await other.log.database.read { reader in
                try reader.firstRow(
                    "SELECT envelope, body, commitment FROM event WHERE realm = 1 AND position = \(position)"
                )
            }
        )
        let envelope: [UInt8] = try row["envelope"]
        let body: [UInt8] = try row["body"]
        let commitment: [UInt8] = try row["commitment"]
        let changed = try await log.log.database.write { writer in
            try writer.execute(
                """
                UPDATE event
                   SET envelope = \(envelope), body = \(body), commitment = \(commitment)
                 WHERE realm = 1
                   AND position = \(position)
                   AND commitment <> \(commitment)
                """
            )
        }
        #expect(changed == 1)
    }

    @Test("a log rewritten with recomputed commitments is found by what was signed", arguments: StorageEngine.allCases)
    func rewritten(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let checkpoints = try LogCheckpoint(log.log, log.ring, origin: "log.example.org")
        let kept = try await checkpoints.sign(PublicLog.realm)
        _ = try await checkpoints.verify(PublicLog.realm)
        // The last event, the process, has the same stream in another log, but other salts: another leaf of one form.
        try await rewrite(log, position: Int64(kept.size - 1), from: PublicLog(on: .sqlite, seed: 77))
        #expect(try await log.log.verify(PublicLog.realm).events == Int64(kept.size))
        await #expect(throws: LogFault.self) { try await checkpoints.verify(PublicLog.realm) }

        // Who also throws away or renews the table of checkpoints is found by any note that was kept elsewhere.
        _ = try await log.log.database.write { try $0.execute("DELETE FROM checkpoint WHERE realm = 1") }
        _ = try await checkpoints.sign(PublicLog.realm)
        #expect(try await checkpoints.verify(PublicLog.realm).checkpoints == 1)
        let note = try SignedNote(kept.note)
        let fault = await #expect(throws: LogFault.self) {
            try await checkpoints.verify(PublicLog.realm, witnessed: [note])
        }
        #expect(fault?.kind == .checkpoint)
    }

    @Test("events cut off at the end and a foreign signature are found")
    func cutOff() async throws {
        let log = try await PublicLog(on: .sqlite)
        let checkpoints = try LogCheckpoint(log.log, log.ring, origin: "log.example.org")
        let kept = try await checkpoints.sign(PublicLog.realm)
        let last = Int64(kept.size - 1)
        _ = try await log.log.database.write { writer in
            try writer.execute("DELETE FROM event WHERE realm = 1 AND position = \(last)")
            try writer.execute("UPDATE realm_head SET next_position = \(last) WHERE realm = 1")
        }
        #expect(try await log.log.verify(PublicLog.realm).events == last)
        let fault = await #expect(throws: LogFault.self) { try await checkpoints.verify(PublicLog.realm) }
        #expect(fault?.kind == .checkpoint)

        let stranger = KeyRing.ephemeral(randomness: SeededRandomness(seed: 9))
        await #expect(throws: TransparencyError.self) {
            try await LogCheckpoint(log.log, stranger, origin: "log.example.org").verify(PublicLog.realm)
        }
    }
}
