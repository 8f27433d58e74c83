import Database
package import EventLog
import Kernel

/// The items that the rows of a list are about, as the rows name them.
package struct ListedItems: Hashable, Sendable {
    /// Codes, and whatever else stands in their column.
    package let codes: Set<String>
    /// The names, of rows that give no code; an agency's list means the agency's own items by them.
    package let names: Set<String>

    package static let none = ListedItems(codes: [], names: [])
}

extension OfficialListKind {
    /// The column in which a row names an item by its code.
    private static let code = "事项编码"
    /// The columns in which a row names one or several items by code or name.
    private static let naming: Set = ["执法事项", "适用事项", "事项名称", "行政职权", "抽查事项"]

    /// Returns which items rows are about.
    package func items(of rows: [OfficialListRow]) -> ListedItems {
        let coding = columns.firstIndex { $0.name == OfficialListKind.code }
        let naming = columns.indices.filter { OfficialListKind.naming.contains(columns[$0].name) }
        var (codes, names): (Set<String>, Set<String>) = ([], [])
        for row in rows {
            func cell(_ place: Int) -> String { row.indices.contains(place) ? row[place].trimmed : "" }
            if let coding, !cell(coding).isEmpty {
                codes.insert(cell(coding))
                continue
            }
            // A name may itself hold what parts several of them.
            for text in naming.map(cell) where !text.isEmpty { names.formUnion([text] + text.listedParts) }
        }
        return ListedItems(codes: codes.union(names), names: names)
    }
}

extension String {
    fileprivate var listedParts: [String] {
        split(whereSeparator: { "、；;，,".contains($0) || $0.isNewline }).map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }
}

extension EventReading {
    /// So many codes are asked about at once.
    private static var mostCodes: Int { 500 }

    /// Returns the items that have one of `codes`, by code.
    package func items(ofCodes codes: Set<String>) throws -> [PowerItem.ID] {
        let sorted = codes.sorted()
        return try stride(from: 0, to: sorted.count, by: EventReading.mostCodes).flatMap { start in
            let some = Array(sorted[start..<min(start + EventReading.mostCodes, sorted.count)])
            let rows = try reader.rows(
                """
                SELECT id
                  FROM power_item
                 WHERE realm = \(realm)
                   AND code IN (\(list: some))
                   AND version > 0
                 ORDER BY code, id
                """
            )
            return try rows.map { row -> PowerItem.ID in try row["id"] }
        }
    }

    /// Returns the items that an agency was ever given by a version, those that ended among them, by code.
    package func items(everConfirmedOf agency: String) throws -> [PowerItem.ID] {
        try reader.rows(
            """
            SELECT id
              FROM power_item
             WHERE realm = \(realm)
               AND agency_id = \(agency)
               AND version > 0
             ORDER BY code, id
            """
        ).map { row in try row["id"] }
    }
}
