import Database
package import EventLog
package import Kernel

extension OfficialListKind {
    /// The columns in which a row names an item by its code; the second may hold a name as well.
    private static let naming: Set = ["事项编码", "执法事项"]

    /// The codes, and what else stands in their columns, of the items that rows are about.
    package func itemCodes(of rows: [OfficialListRow]) -> Set<String> {
        let places = columns.indices.filter { OfficialListKind.naming.contains(columns[$0].name) }
        return rows.reduce(into: []) { codes, row in
            for place in places where place < row.count && !row[place].isBlank { codes.insert(row[place]) }
        }
    }
}

/// An item that is not in the catalog any more.
package struct EndedItem: Hashable, Sendable {
    package let code: String
    package let name: String
    /// The first day without it.
    package let from: Day
}

extension EventReading {
    /// Returns those of `codes` whose item ended by a day, by code.
    package func endedItems(among codes: Set<String>, by day: Day) throws -> [EndedItem] {
        let sorted = codes.sorted()
        return try stride(from: 0, to: sorted.count, by: EndedItem.most).flatMap { start in
            let some = Array(sorted[start..<min(start + EndedItem.most, sorted.count)])
            return try reader.rows(
                """
                SELECT code, name, in_force_until
                  FROM power_item
                 WHERE realm = \(realm)
                   AND code IN (\(list: some))
                   AND standing = 'abolished'
                   AND in_force_until <= \(day)
                 ORDER BY code, id
                """
            ).map { row in
                EndedItem(code: try row["code"], name: try row["name"], from: try row["in_force_until"])
            }
        }
    }
}

extension EndedItem {
    /// So many codes are asked about at once.
    fileprivate static let most = 500
}
