import Database
package import Kernel

extension AccessStore {
    /// Returns at most `limit` audit entries that were looked for, recorded before `moment`, the newest first.
    package func audit(_ search: AuditSearch, before moment: Instant, limit: Int) async throws -> [AuditEntry] {
        try await database.read { reader in try reader.auditEntries(search, before: moment, limit: limit) }
    }

    /// Recomputes the chain of the audit, and holds it against what was kept outside the database.
    package func checkAudit(against marks: [AuditMark] = []) async throws -> AuditCheck {
        try await database.read { reader in try reader.auditChain(against: marks) }
    }
}
