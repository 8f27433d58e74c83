import Database
package import EventLog
package import Kernel

/// A signed statement of how large a realm's log was and which root it had.
package struct StoredCheckpoint: Hashable, Sendable {
    package let size: Int
    package let root: String
    /// The signed note as published.
    package let note: String
    package let signedAt: Instant
}

extension EventReading {
    /// Returns the latest checkpoint, or `nil` before the first.
    package func latestCheckpoint() throws -> StoredCheckpoint? {
        try checkpoints(limit: 1, newestFirst: true).first
    }

    /// Returns every checkpoint, the smallest first.
    package func checkpoints() throws -> [StoredCheckpoint] { try checkpoints(limit: .max, newestFirst: false) }

    private func checkpoints(limit: Int, newestFirst: Bool) throws -> [StoredCheckpoint] {
        let order: SQL = newestFirst ? "DESC" : "ASC"
        return try reader.rows(
            """
            SELECT size, root, note, signed_at
              FROM checkpoint
             WHERE realm = \(realm)
             ORDER BY size \(order)
             LIMIT \(limit)
            """
        ).map { row in
            StoredCheckpoint(
                size: try row["size"],
                root: try row["root"],
                note: try row["note"],
                signedAt: try row["signed_at"]
            )
        }
    }
}
