package import Database
package import Kernel

/// The head row of a data home, as the composition root needs it.
package struct RealmHead: Hashable, Sendable {
    package let realm: Realm
    package let isDemonstration: Bool
    /// What a demonstration's clock is ahead of the machine's, in milliseconds; 0 everywhere else.
    package let clockOffset: Int64
    package let nextPosition: Int64
    package let recordedAt: Instant
}

extension SQLReader {
    /// Returns the data homes of the database, in the order of their numbers.
    package func realmHeads() throws -> [RealmHead] {
        try rows(
            """
            SELECT realm, is_demonstration, clock_offset, next_position, recorded_at
              FROM realm_head
             ORDER BY realm
            """
        ).map { row in
            RealmHead(
                realm: try row["realm"],
                isDemonstration: try row["is_demonstration"],
                clockOffset: try row["clock_offset"],
                nextPosition: try row["next_position"],
                recordedAt: try row["recorded_at"]
            )
        }
    }
}

extension SQLWriter {
    /// Sets the clock of a demonstration, and returns whether there is one.
    package func setClockOffset(_ offset: Int64, of realm: Realm) throws -> Bool {
        try execute(
            """
            UPDATE realm_head
               SET clock_offset = \(offset)
             WHERE realm = \(realm)
               AND is_demonstration = 1
            """
        ) == 1
    }
}
