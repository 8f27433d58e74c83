package import Database
package import Kernel

extension SQLReader {
    /// Returns at most `limit` audit entries recorded before `moment`, the newest first.
    package func auditEntries(before moment: Instant, limit: Int) throws -> [AuditEntry] {
        try rows(
            """
            SELECT id, recorded_at, kind, actor, subject, session, address, remark
              FROM audit_entry
             WHERE recorded_at < \(moment)
             ORDER BY recorded_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map { row in
            let kind: String = try row["kind"]
            guard let known = AuditEntry.Kind(rawValue: kind) else {
                throw DatabaseError.column("kind", expected: "a kind of audit entry", found: kind)
            }
            return AuditEntry(
                id: try row["id"],
                recordedAt: try row["recorded_at"],
                kind: known,
                actor: try row["actor"],
                subject: try row["subject"],
                session: try row["session"],
                address: try row["address"],
                remark: try row["remark"]
            )
        }
    }
}
