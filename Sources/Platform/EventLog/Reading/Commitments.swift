package import Cryptography
import Database

extension EventReading {
    /// Returns at most `limit` commitments in commit order from `position` on: the leaves of the public tree.
    ///
    /// - Throws: `EventLogError.unreadable` for a stored commitment that is not 32 bytes.
    package func commitments(from position: Int64, limit: Int) throws -> [Digest] {
        try reader.rows(
            """
            SELECT position, commitment
              FROM event
             WHERE realm = \(realm)
               AND position >= \(position)
             ORDER BY position
             LIMIT \(limit)
            """
        ).map { row in
            let bytes: [UInt8] = try row[1]
            guard let digest = Digest(bytes: bytes) else {
                throw EventLogError.unreadable(
                    event: Envelope.id(realm: realm, position: try row[0]),
                    reason: "expected a commitment of 32 bytes, found \(bytes.count)"
                )
            }
            return digest
        }
    }
}
