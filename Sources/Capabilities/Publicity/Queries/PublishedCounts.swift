import Database
import EventLog
package import Kernel

/// How many decisions of an agency on an item are public, and how many were taken back.
package struct PublishedCount: Hashable, Sendable {
    package let agency: String
    package let itemCode: String
    package let published: Int
    package let withdrawn: Int
    /// The day of the newest decision that is public or was.
    package let newest: Day
}

extension PublicRecord {
    /// Returns the counts by agency and item code; of one agency where one is named.
    package func counts(of agency: String? = nil) throws -> [PublishedCount] {
        let narrowed: SQL = agency.map { "AND agency = \($0)" } ?? ""
        return try reading.reader.rows(
            """
            SELECT agency, item_code, MAX(decided_on) AS newest,
                   SUM(CASE WHEN status = 'published' THEN 1 ELSE 0 END) AS published,
                   SUM(CASE WHEN status = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn
              FROM publication
             WHERE realm = \(reading.realm)
               AND status IN ('published', 'withdrawn')
               AND (shown_through IS NULL OR shown_through >= \(today))
               \(narrowed)
             GROUP BY agency, item_code
             ORDER BY agency, item_code
            """
        ).map { row in
            PublishedCount(
                agency: try row["agency"],
                itemCode: try row["item_code"],
                published: try row["published"],
                withdrawn: try row["withdrawn"],
                newest: try row["newest"]
            )
        }
    }
}
