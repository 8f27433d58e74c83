import Database
package import EventLog

extension EventReading {
    /// Returns the findings raised behind `position`, oldest first: what a live wall reads after each commit.
    package func findings(after position: Int64, limit: Int) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND position > \(position)
             ORDER BY position
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }

    /// Returns the findings raised last, the latest first: what a live wall begins with.
    package func latestFindings(limit: Int) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
             ORDER BY position DESC
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }
}
