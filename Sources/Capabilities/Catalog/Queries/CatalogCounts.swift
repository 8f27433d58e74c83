package import Codes
import Database
package import EventLog

/// How many items the public sees of an agency, a category and a standing.
package struct CatalogCount: Hashable, Sendable {
    package let agencyName: String?
    package let category: PowerCategory
    package let standing: ItemStanding
    package let count: Int
}

extension EventReading {
    /// Returns the counts of the catalog, by agency, category and standing in the order of their names.
    package func catalogCounts() throws -> [CatalogCount] {
        try reader.rows(
            """
            SELECT agency_name, category, standing, COUNT(*) AS count
              FROM power_item
             WHERE realm = \(realm)
             GROUP BY agency_name, category, standing
             ORDER BY COALESCE(agency_name, ''), category, standing
            """
        ).compactMap { row in
            guard let category = PowerCategory(rawValue: try row["category"]),
                let standing = ItemStanding(rawValue: try row["standing"])
            else { return nil }
            return CatalogCount(
                agencyName: try row["agency_name"],
                category: category,
                standing: standing,
                count: try row["count"]
            )
        }
    }
}
