import Database
package import EventLog
package import Kernel

extension EventReading {
    /// Returns the first day on which each repealed statute does not apply any more, by its key.
    package func statuteRepeals() throws -> [String: Day] {
        let rows = try reader.rows(
            """
            SELECT statute, repealed_from
              FROM statute_repeal
             WHERE realm = \(realm)
             ORDER BY statute
            """
        )
        return try rows.reduce(into: [:]) { repeals, row in repeals[try row["statute"]] = try row["repealed_from"] }
    }
}
