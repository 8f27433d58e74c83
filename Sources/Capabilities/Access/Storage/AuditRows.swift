import Database
import Kernel

extension SQLWriter {
    func append(_ entry: AuditEntry) throws {
        try execute(
            """
            INSERT INTO audit_entry (id, recorded_at, kind, actor, subject, session, address, remark)
            VALUES (\(entry.id), \(entry.recordedAt), \(entry.kind.rawValue), \(entry.actor), \(entry.subject),
                    \(entry.session), \(entry.address), \(entry.remark))
            """
        )
    }
}
