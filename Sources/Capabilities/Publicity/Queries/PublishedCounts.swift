import Database
import EventLog
package import Kernel

/// How many decisions of an agency on an item are public, and how many were and are not any more.
package struct PublishedCount: Hashable, Sendable {
    package let agency: String
    package let itemCode: String
    package let published: Int
    package let withdrawn: Int
    /// Their time in public is over, by its period or ended early.
    package let over: Int
    /// The day of the newest decision that is public.
    package let newest: Day?
}

extension PublicRecord {
    /// Returns the counts by agency and item code; of one agency where one is named.
    package func counts(of agency: String? = nil) throws -> [PublishedCount] {
        let narrowed: SQL = agency.map { "AND agency = \($0)" } ?? ""
        return try reading.reader.rows(
            """
            SELECT agency, item_code,
                   MAX(CASE WHEN status = 'published' AND COALESCE(shown_through, \(today)) >= \(today)
                            THEN decided_on END) AS newest,
                   SUM(CASE WHEN status = 'published' AND COALESCE(shown_through, \(today)) >= \(today)
                            THEN 1 ELSE 0 END) AS published,
                   SUM(CASE WHEN status = 'withdrawn' AND standing NOT IN ('exempt', 'ended')
                            THEN 1 ELSE 0 END) AS withdrawn,
                   SUM(CASE WHEN standing = 'ended' OR status = 'published' AND shown_through < \(today)
                            THEN 1 ELSE 0 END) AS over_count
              FROM publication
             WHERE realm = \(reading.realm)
               AND published_on IS NOT NULL
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
                over: try row["over_count"],
                newest: try row["newest"]
            )
        }
    }

    /// Returns how many of an agency's decisions are kept from the public on each ground; grounds without any are left out.
    package func exemptions(of agency: String) throws -> [(ground: ExemptionGround, count: Int)] {
        try reading.reader.rows(
            """
            SELECT exempt_for, COUNT(*) AS count
              FROM publication
             WHERE realm = \(reading.realm)
               AND agency = \(agency)
               AND standing = 'exempt'
             GROUP BY exempt_for
             ORDER BY count DESC, exempt_for
            """
        ).compactMap { row in
            try ExemptionGround(rawValue: row["exempt_for"]).map { ($0, try row["count"]) }
        }
    }
}
