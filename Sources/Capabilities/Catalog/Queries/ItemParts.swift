import Database
package import EventLog
package import Kernel

/// An item into which another is split.
package struct ItemPart: Hashable, Sendable {
    package let item: PowerItem.ID
    package let name: String
    package let code: String
    /// `nil` while its draft is on the way.
    package let inForceFrom: Day?
}

extension EventReading {
    /// Returns the items into which the one of a code is split, those in force first, then by code.
    package func parts(ofItem code: String) throws -> [ItemPart] {
        try reader.rows(
            """
            SELECT part.item, part.in_force_from, i.name, i.code
              FROM item_part AS part
              JOIN power_item AS i
                ON i.realm = part.realm
               AND i.id = part.item
             WHERE part.realm = \(realm)
               AND part.former = \(code)
             ORDER BY CASE WHEN part.in_force_from IS NULL THEN 1 ELSE 0 END, i.code, part.item
            """
        ).map { row in
            ItemPart(
                item: try row["item"],
                name: try row["name"],
                code: try row["code"],
                inForceFrom: try row["in_force_from"]
            )
        }
    }
}

extension CommandSession {
    /// The identifiers of the items into which the one of a code is split, as the rows stand; those that are in force with
    /// their day.
    func partRows(ofItem code: String) throws -> [(item: PowerItem.ID, inForceFrom: Day?)] {
        try reader.rows(
            """
            SELECT item, in_force_from
              FROM item_part
             WHERE realm = \(realm)
               AND former = \(code)
             ORDER BY item
            """
        ).map { row in (try row["item"], try row["in_force_from"]) }
    }
}
