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
    /// Where the filing of the newest version stands; `nil` before it was handed in.
    package let filing: Filing.Stage?
    /// When that stage began.
    package let filingSince: Day?
    /// The number under which it was received; `nil` until then.
    package let receipt: String?
    package let rows: Int
}

extension EventReading {
    /// Returns where every list of the realm stands, by kind and owner.
    package func officialLists() throws -> [OfficialListStanding] {
        try reader.officialLists(in: realm)
    }

    /// Returns where one list stands; `nil` before its first draft.
    package func officialList(_ id: OfficialList.ID) throws -> OfficialListStanding? {
        try reader.officialLists(in: realm, "AND id = \(id)").first
    }
}

extension SQLReader {
    func officialLists(in realm: Realm, _ condition: SQL = "") throws -> [OfficialListStanding] {
        try rows(
            """
            SELECT id, kind, owner, stage, version, in_force_from, published_on, filed_on, filing, filing_since,
                   receipt, row_count
              FROM official_list
             WHERE realm = \(realm)
                   \(condition)
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
                filing: (try row["filing"] as String?).flatMap(Filing.Stage.init(rawValue:)),
                filingSince: try row["filing_since"],
                receipt: try row["receipt"],
                rows: try row["row_count"]
            )
        }
    }
}
