import Cryptography
import Database
import Kernel

extension SQLWriter {
    /// Appends an entry and links it to the one before, so that none can be altered or taken out unseen.
    ///
    /// Appending waits for the head row: entries have an order, and no gap.
    func append(_ entry: AuditEntry) throws {
        try execute("UPDATE audit_head SET next_ordinal = next_ordinal + 1 WHERE id = 1")
        let head = try firstRow("SELECT next_ordinal, chain FROM audit_head WHERE id = 1")
        guard let head else { throw DatabaseError.column("audit_head", expected: "one row", found: "none") }
        let next: Int64 = try head["next_ordinal"]
        let chain = entry.chained(to: try head["chain"], ordinal: next - 1)
        try execute("UPDATE audit_head SET chain = \(chain) WHERE id = 1")
        try execute(
            """
            INSERT INTO audit_entry (id, recorded_at, kind, actor, subject, session, address, remark, ordinal, chain)
            VALUES (\(entry.id), \(entry.recordedAt), \(entry.kind.rawValue), \(entry.actor), \(entry.subject),
                    \(entry.session), \(entry.address), \(entry.remark), \(next - 1), \(chain))
            """
        )
    }
}

extension AuditEntry {
    /// Returns the hash of the entry and of all before it.
    ///
    /// Each field goes in with its length, so that no two entries have the same bytes.
    func chained(to before: String, ordinal: Int64) -> String {
        let fields = [
            before, String(ordinal), id, String(recordedAt.milliseconds), kind.rawValue, actor, subject, session,
            address, remark,
        ]
        return SHA256Hash.of(fields.flatMap { Array("\($0.utf8.count):\($0)\n".utf8) }).hex
    }
}
