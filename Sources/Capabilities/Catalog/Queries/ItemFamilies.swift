import Database
package import EventLog

/// A main item (主项) with its sub-items (子项), of one agency.
///
/// Lists name the main item beside each sub-item; a main item without a row of its own has a name alone.
package struct ItemFamily: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let id: PowerItem.ID
        package let code: String
        package let name: String
        package let standing: ItemStanding
    }

    package let name: String
    /// The main item itself, where the catalog has it.
    package let main: Member?
    /// By code.
    package let parts: [Member]
}

extension EventReading {
    /// Returns the main item and sub-items an item belongs with, by their names, agency and division: every county has its
    /// 公安局.
    ///
    /// - Parameters:
    ///   - content: the item's.
    ///   - isPublic: whether only what everyone may know is wanted; secret items are never among it.
    /// - Returns: `nil` for an item that has neither main item nor sub-items, or of which no agency is known.
    /// - Throws: `DatabaseError`.
    package func family(of content: ItemContent, isPublic: Bool) throws -> ItemFamily? {
        guard let agency = content.agency?.name else { return nil }
        let name = content.mainName ?? content.name
        let standings: [ItemStanding] = isPublic ? [.imported, .published] : [.imported, .published, .unpublished]
        let place: SQL = content.division.map { "AND division = \($0)" } ?? "AND division IS NULL"
        let rows = try reader.rows(
            """
            SELECT id, code, name, main_name, standing
              FROM power_item
             WHERE realm = \(realm)
               AND agency_name = \(agency)
               \(place)
               AND (main_name = \(name) OR (main_name IS NULL AND name = \(name)))
               AND standing IN (\(list: standings.map(\.rawValue)))
             ORDER BY code, id
            """
        ).map { row in
            let (main, standing): (String?, String) = (try row["main_name"], try row["standing"])
            let member = ItemFamily.Member(
                id: try row["id"],
                code: try row["code"],
                name: try row["name"],
                standing: ItemStanding(rawValue: standing) ?? .unpublished
            )
            return (member: member, isPart: main != nil)
        }
        let parts = rows.filter(\.isPart).map(\.member)
        guard !parts.isEmpty else { return nil }
        return ItemFamily(name: name, main: rows.first { !$0.isPart }?.member, parts: parts)
    }
}
