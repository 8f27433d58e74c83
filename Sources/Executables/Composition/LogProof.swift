import Cryptography
import EventLog
import Kernel
package import Publicity
package import TransparencyLog

extension House {
    /// The name of this data home's logs.
    ///
    /// The operator's public host belongs here as soon as it is a setting; `.invalid` promises nobody else has it.
    package static let origin = "hengjian.invalid"

    /// Recomputes the whole log, and holds it against every checkpoint: those stored, those outside the database, and
    /// those kept elsewhere.
    ///
    /// - Parameters:
    ///   - further: notes that others have kept.
    ///   - heedsLaterNotes: false for a backup, which is older than what was signed since.
    /// - Returns: how much was proved.
    /// - Throws: `LogFault` at the first event that is not what was committed or signed.
    package func prove(
        against further: [SignedNote] = [],
        heedsLaterNotes: Bool = true
    ) async throws -> LogCheckpoint.Proof {
        let checkpoints = try LogCheckpoint(log, ring, origin: House.origin)
        let size = Int(head.nextPosition)
        let kept = try CheckpointShelf(folder).notes().filter { note in
            try heedsLaterNotes || Checkpoint(unverified: note.text).size <= size
        }
        return try await checkpoints.verify(realm, witnessed: kept + further)
    }

    /// Signs the log as it stands, and keeps the note in the database and outside of it.
    @discardableResult
    package func keepCheckpoint() async throws -> StoredCheckpoint {
        let stored = try await LogCheckpoint(log, ring, origin: House.origin).sign(realm)
        try CheckpointShelf(folder).keep(stored.note, size: Int(stored.size))
        return stored
    }
}
