import Codes
import Database
import EventLog
import Kernel

extension EventReading {
    /// Returns the first entries that changed after the event at `position`, in the order of their change.
    func catalogEntries(changedAfter position: Int64, limit: Int) throws -> [(entry: CatalogEntry, position: Int64)] {
        try reader.rows(
            """
            SELECT id, code, name, main_name, category, local_category, agency_name, division, standing, draft_stage,
                   version, terms, levels, position
              FROM power_item
             WHERE realm = \(realm)
               AND position > \(position)
             ORDER BY position, id
             LIMIT \(limit)
            """
        ).map { row in (try CatalogEntry(row), try row["position"]) }
    }
}

extension CatalogEntry {
    init(_ row: Row) throws {
        let category: String = try row["category"]
        let standing: String = try row["standing"]
        guard let category = PowerCategory(rawValue: category) else {
            throw DatabaseError.column("category", expected: "a category", found: category)
        }
        guard let standing = ItemStanding(rawValue: standing) else {
            throw DatabaseError.column("standing", expected: "a standing", found: standing)
        }
        let (terms, levels): (String, Int) = (try row["terms"], try row["levels"])
        self.init(
            id: try row["id"],
            code: try row["code"],
            name: try row["name"],
            mainName: try row["main_name"],
            category: category,
            localCategory: try row["local_category"],
            agencyName: try row["agency_name"],
            division: try row["division"],
            standing: standing,
            draftStage: try row["draft_stage"],
            version: try row["version"],
            terms: terms.split(separator: "\n").map(String.init),
            levels: EntryColumns.levels(UInt8(truncatingIfNeeded: levels))
        )
    }
}
