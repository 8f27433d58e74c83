import Database
package import EventLog

extension EventReading {
    /// Returns the keys of the statutes that have more than one version or were repealed, in their order.
    package func changedStatutes() throws -> [String] {
        try reader.rows(
            """
            SELECT statute
              FROM statute
             WHERE realm = \(realm)
             GROUP BY statute
            HAVING COUNT(*) > 1
             UNION
            SELECT statute
              FROM statute_repeal
             WHERE realm = \(realm)
             ORDER BY statute
            """
        ).map { row in try row["statute"] }
    }
}
