import Database
package import EventLog

/// How many open findings an agency has of one level.
package struct FindingCount: Hashable, Sendable {
    package let agency: String
    package let agencyName: String
    package let level: FindingLevel
    package let count: Int
}

extension EventReading {
    /// Returns the open findings by agency and level, agencies in order of code, the gravest level first.
    package func findingCounts() throws -> [FindingCount] {
        try reader.rows(
            """
            SELECT agency, max(agency_name) AS agency_name, level, count(*) AS count
              FROM finding
             WHERE realm = \(realm)
               AND is_open = 1
             GROUP BY agency, level
             ORDER BY agency, level DESC
            """
        ).map { row in
            FindingCount(
                agency: try row["agency"],
                agencyName: try row["agency_name"],
                level: try FindingRow.level(rank: row["level"]),
                count: try row["count"]
            )
        }
    }
}
