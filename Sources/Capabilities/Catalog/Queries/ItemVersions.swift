import Database
package import EventLog
package import Kernel

/// One version of an item in a list of them.
package struct ListedVersion: Hashable, Sendable {
    package let number: Int
    package let inForceFrom: Day
    package let inForceUntil: Day?
    package let publishedOn: Day
    package let isPublic: Bool
}

extension EventReading {
    /// Returns the versions of the item in the order of their numbers.
    package func itemVersions(_ item: PowerItem.ID) throws -> [ListedVersion] {
        try reader.rows(
            """
            SELECT number, in_force_from, in_force_until, published_on, is_public
              FROM power_item_version
             WHERE realm = \(realm)
               AND item = \(item)
             ORDER BY number
            """
        ).map { row in
            ListedVersion(
                number: try row["number"],
                inForceFrom: try row["in_force_from"],
                inForceUntil: try row["in_force_until"],
                publishedOn: try row["published_on"],
                isPublic: try row["is_public"]
            )
        }
    }
}
