import Database
package import EventLog
package import Kernel

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
    /// The day on which the version after the adopted one was defined; `nil` while it implements the newest.
    package let outdatedSince: Day?
    package let content: ItemContent
}

/// An item that implements an older version of its standard.
package struct OutdatedImplementation: Hashable, Sendable {
    package let item: PowerItem.ID
    package let name: String
    package let agency: String?
    /// The version of the standard it adopted, and the newest.
    package let version: Int
    package let newest: Int
    package let outdatedSince: Day
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
            SELECT item_standard.item, item_standard.version, power_item.code, power_item.name, power_item.agency_name,
                   standard_version.defined_on
              FROM item_standard
              JOIN power_item ON power_item.realm = item_standard.realm AND power_item.id = item_standard.item
              LEFT JOIN standard_version
                ON standard_version.realm = item_standard.realm AND standard_version.item = item_standard.standard
               AND standard_version.number = item_standard.version + 1
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
                outdatedSince: try row["defined_on"],
                content: content
            )
        }
    }

    /// Returns the items that implement an older version of a standard, with the day on which the next was defined, by code.
    package func outdatedImplementations() throws -> [OutdatedImplementation] {
        try reader.rows(
            """
            SELECT item_standard.item, power_item.code, power_item.name, power_item.agency_id, item_standard.version,
                   standard_item.version AS newest, standard_version.defined_on
              FROM item_standard
              JOIN power_item ON power_item.realm = item_standard.realm AND power_item.id = item_standard.item
              JOIN standard_item
                ON standard_item.realm = item_standard.realm AND standard_item.item = item_standard.standard
              JOIN standard_version
                ON standard_version.realm = item_standard.realm AND standard_version.item = item_standard.standard
               AND standard_version.number = item_standard.version + 1
             WHERE item_standard.realm = \(realm)
             ORDER BY power_item.code, item_standard.item
            """
        ).map { row in
            OutdatedImplementation(
                item: try row["item"],
                name: try row["name"],
                agency: try row["agency_id"],
                version: try row["version"],
                newest: try row["newest"],
                outdatedSince: try row["defined_on"]
            )
        }
    }
}
