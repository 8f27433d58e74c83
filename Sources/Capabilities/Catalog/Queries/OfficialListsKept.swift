import Database
package import EventLog
package import Kernel

/// Where a list stands.
package struct OfficialListStanding: Hashable, Sendable {
    package let id: OfficialList.ID
    package let kind: String
    package let owner: String
    /// `drafted` or `submitted`; `nil` while no draft is on its way.
    package let stage: String?
    /// The newest published version; 0 while there is none.
    package let version: Int
    package let inForceFrom: Day?
    package let publishedOn: Day?
    package let filedOn: Day?
    package let rows: Int
}

extension EventReading {
    /// Returns where every list of the realm stands, by kind and owner.
    package func officialLists() throws -> [OfficialListStanding] { try reader.officialLists(in: realm) }
}

extension SQLReader {
    func officialLists(in realm: Realm) throws -> [OfficialListStanding] {
        try rows(
            """
            SELECT id, kind, owner, stage, version, in_force_from, published_on, filed_on, row_count
              FROM official_list
             WHERE realm = \(realm)
             ORDER BY kind, owner
            """
        ).map { row in
            OfficialListStanding(
                id: try row["id"],
                kind: try row["kind"],
                owner: try row["owner"],
                stage: try row["stage"],
                version: try row["version"],
                inForceFrom: try row["in_force_from"],
                publishedOn: try row["published_on"],
                filedOn: try row["filed_on"],
                rows: try row["row_count"]
            )
        }
    }
}
