import Database
package import EventLog
package import Kernel

/// Something that a rule in the shadow found.
package struct ShadowFindingRow: Hashable, Sendable {
    package let caseNumber: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
    package let message: String
    package let foundAt: Instant
}

extension EventReading {
    /// Returns the written rules of the realm.
    package func writtenRules() throws -> WrittenRules { try state(WrittenRules.self, WrittenRules.key).state }

    /// Returns what a version found in the shadow, the latest first.
    package func shadowFindings(of code: RuleCode, _ number: Int, limit: Int) throws -> [ShadowFindingRow] {
        try reader.rows(
            """
            SELECT case_number, item_name, agency, agency_name, message, found_at
              FROM shadow_finding
             WHERE realm = \(realm)
               AND rule = \(code.rawValue)
               AND number = \(number)
             ORDER BY position DESC
             LIMIT \(limit)
            """
        ).map { row in
            ShadowFindingRow(
                caseNumber: try row["case_number"],
                itemName: try row["item_name"],
                agency: try row["agency"],
                agencyName: try row["agency_name"],
                message: try row["message"],
                foundAt: try row["found_at"]
            )
        }
    }

    /// Returns how many findings a version has made in the shadow, by agency; the most first.
    package func shadowCounts(of code: RuleCode, _ number: Int) throws -> [(agency: String, count: Int)] {
        try reader.rows(
            """
            SELECT max(agency_name) AS agency_name, count(*) AS count
              FROM shadow_finding
             WHERE realm = \(realm)
               AND rule = \(code.rawValue)
               AND number = \(number)
             GROUP BY agency
             ORDER BY count DESC, agency
            """
        ).map { row in (agency: try row["agency_name"], count: try row["count"]) }
    }
}
