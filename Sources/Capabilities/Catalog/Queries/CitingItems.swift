import Database
package import EventLog

extension EventReading {
    /// Returns how many items cite each statute in the version that is in force or coming, by the statute's key.
    package func citingItems() throws -> [String: Int] {
        let rows = try reader.rows(
            """
            SELECT statute, COUNT(DISTINCT item) AS items
              FROM item_basis
             WHERE realm = \(realm)
             GROUP BY statute
            """
        )
        return try Dictionary(rows.map { (try $0["statute"], try $0["items"]) }) { first, _ in first }
    }
}
