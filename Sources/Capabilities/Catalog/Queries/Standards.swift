import Database
package import EventLog
import Kernel

/// A standard, and how many items implement it.
package struct StandardListing: Hashable, Sendable {
    package let item: PowerItem.ID
    package let code: String
    package let name: String
    package let agencyName: String?
    package let division: String?
    package let version: Int
    package let implementations: Int
    /// Implementations of an older version.
    package let outdated: Int
}

/// An item that implements a standard, in its newest published version.
package struct StandardImplementation: Hashable, Sendable {
    package let item: PowerItem.ID
    package let code: String
    package let name: String
    package let agencyName: String?
    /// The version of the standard it adopted.
    package let version: Int
    package let content: ItemContent
}

extension EventReading {
    /// Returns every standard of the realm, by name.
    package func standards() throws -> [StandardListing] {
        try reader.rows(
            """
            SELECT standard_item.item, power_item.code, power_item.name, power_item.agency_name, power_item.division,
                   standard_item.version, COUNT(item_standard.item) AS implementations,
                   COALESCE(SUM(CASE WHEN item_standard.version < standard_item.version THEN 1 ELSE 0 END), 0)
                   AS outdated
              FROM standard_item
              JOIN power_item ON power_item.realm = standard_item.realm AND power_item.id = standard_item.item
              LEFT JOIN item_standard
                ON item_standard.realm = standard_item.realm AND item_standard.standard = standard_item.item
             WHERE standard_item.realm = \(realm)
             GROUP BY standard_item.item, power_item.code, power_item.name, power_item.agency_name,
                      power_item.division, standard_item.version
             ORDER BY power_item.name, standard_item.item
            """
        ).map { row in
            StandardListing(
                item: try row["item"],
                code: try row["code"],
                name: try row["name"],
                agencyName: try row["agency_name"],
                division: try row["division"],
                version: try row["version"],
                implementations: try row["implementations"],
                outdated: try row["outdated"]
            )
        }
    }

    /// Returns the items that implement a standard, by agency.
    package func implementations(of standard: PowerItem.ID) throws -> [StandardImplementation] {
        try reader.rows(
            """
            SELECT item_standard.item, item_standard.version, power_item.code, power_item.name, power_item.agency_name
              FROM item_standard
              JOIN power_item ON power_item.realm = item_standard.realm AND power_item.id = item_standard.item
             WHERE item_standard.realm = \(realm)
               AND item_standard.standard = \(standard)
             ORDER BY power_item.agency_name, item_standard.item
            """
        ).compactMap { row in
            let id: PowerItem.ID = try row["item"]
            guard let content = try state(PowerItem.self, id.text).state.versions.last?.content else { return nil }
            return StandardImplementation(
                item: id,
                code: try row["code"],
                name: try row["name"],
                agencyName: try row["agency_name"],
                version: try row["version"],
                content: content
            )
        }
    }
}
