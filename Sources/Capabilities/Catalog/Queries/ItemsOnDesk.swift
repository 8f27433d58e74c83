import Codes
import Database
package import EventLog

/// An item with a draft on its way into the catalog, as the desk lists it.
package struct ItemOnDesk: Hashable, Sendable {
    package let id: PowerItem.ID
    package let code: String
    package let name: String
    package let agencyID: String?
    package let agencyName: String?
    package let division: String?
    /// The newest published version; 0 while there is none.
    package let version: Int
}

extension EventReading {
    /// Returns the items whose draft is at a stage (`drafted`, `submitted` or `confirmed`), the one that moved last first.
    ///
    /// What the row shows of a draft that follows a version is the version's: a draft is not public.
    package func itemsOnDesk(at stage: String, ofAgency agency: String?, limit: Int) throws -> [ItemOnDesk] {
        try reader.rows(
            """
            SELECT id, code, name, agency_id, agency_name, division, version
              FROM power_item
             WHERE realm = \(realm)
               AND draft_stage = \(stage)
               AND (\(agency ?? "") = '' OR agency_id = \(agency ?? ""))
             ORDER BY position DESC, id
             LIMIT \(limit)
            """
        ).map { row in
            ItemOnDesk(
                id: try row["id"],
                code: try row["code"],
                name: try row["name"],
                agencyID: try row["agency_id"],
                agencyName: try row["agency_name"],
                division: try row["division"],
                version: try row["version"]
            )
        }
    }

    /// Returns the items whose draft is at one of the stages, in the order of their identifiers.
    package func itemsInDraft(at stages: [String]) throws -> [PowerItem.ID] {
        try reader.rows(
            """
            SELECT id
              FROM power_item
             WHERE realm = \(realm)
               AND draft_stage IN (\(list: stages))
             ORDER BY id
            """
        ).map { row in try row["id"] }
    }

    /// Returns how many drafts are at each stage.
    package func draftCounts(ofAgency agency: String?) throws -> [String: Int] {
        let rows = try reader.rows(
            """
            SELECT draft_stage, COUNT(*) AS items
              FROM power_item
             WHERE realm = \(realm)
               AND draft_stage IS NOT NULL
               AND (\(agency ?? "") = '' OR agency_id = \(agency ?? ""))
             GROUP BY draft_stage
            """
        )
        return try Dictionary(rows.map { (try $0["draft_stage"], try $0["items"]) }) { first, _ in first }
    }
}
