package import Access
import Cryptography
import Database
import Kernel
import TransparencyLog

extension House {
    /// The name of the audit's chain in signed notes; the audit itself is not public.
    private static let auditOrigin = "\(origin)/audit"

    /// Signs the length and hash of the audit as it stands, and keeps the note outside the database.
    package func keepAuditMark() async throws {
        guard let mark = try await database.read({ try $0.auditMark() }) else { return }
        let checkpoint = Checkpoint(origin: House.auditOrigin, size: Int(mark.length), root: mark.chain)
        let note = try checkpoint.signed(by: [ring.signingKey(named: House.auditOrigin)])
        try CheckpointShelf(folder, of: .audit).keep(note.description, size: Int(mark.length))
    }

    /// Returns what was kept of the audit, the shortest first.
    ///
    /// - Throws: `TransparencyError` for a note that this house did not sign.
    package func auditMarks() throws -> [AuditMark] {
        let key = try ring.signingKey(named: House.auditOrigin).verifyingKey
        return try CheckpointShelf(folder, of: .audit).notes().map { note in
            let checkpoint = try Checkpoint(verifying: note, origin: House.auditOrigin, keys: [key])
            return AuditMark(length: Int64(checkpoint.size), chain: checkpoint.root)
        }
    }
}
