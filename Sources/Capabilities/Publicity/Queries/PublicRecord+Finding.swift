import Database
import EventLog
import Kernel

extension PublicRecord {
    /// What somebody typed to find published results.
    package struct Sought: Hashable, Sendable {
        /// As it is compared with names.
        let folded: String
        /// Brackets of the year as documents write them.
        let number: String

        /// Returns `nil` for less than two characters: they stand in half of all names.
        package init?(_ typed: String) {
            folded = PublishedName.folded(typed)
            number = String(typed.filter { !$0.isWhitespace }.map { Sought.brackets[$0] ?? $0 })
            guard folded.count > 1 else { return nil }
        }

        private static let brackets: [Character: Character] = [
            "[": "〔", "]": "〕", "【": "〔", "】": "〕", "［": "〔", "］": "〕", "(": "〔", ")": "〕", "（": "〔", "）": "〕",
        ]

        /// The text somewhere in a name, for `LIKE … ESCAPE '\'`.
        var pattern: String { "%\(folded.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined())%" }
    }

    /// Of more names than that it need not be known how many have a pair.
    private static let countedNames = 1_000

    /// Returns the conditions of which each is read along an index of its own, and which together are what is sought.
    func ways(to sought: Sought) throws -> [SQL] {
        let pair = try rarestPair(of: sought)
        let firms = try keys(.firm, pair, sought)
        let items = try keys(.item, pair, sought)
        // What stands in many names is soon found day by day.
        let byFirm: [SQL] =
            firms.count > fewNames
            ? ["AND party_name LIKE \(sought.pattern) ESCAPE '\\'"] : firms.map { "AND party_name = \($0)" }
        let byItem: [SQL] =
            items.count > fewNames
            ? ["AND item_code IN (\(PublicRecord.names(.item, pair, sought, in: reading.realm)))"]
            : items.map { "AND item_code = \($0)" }
        return [
            "AND document_number = \(sought.number)", "AND party_code = \(sought.folded.uppercased())",
        ] + byFirm + byItem
    }

    private static func names(_ kind: PublishedName.Kind, _ pair: String, _ sought: Sought, in realm: Realm) -> SQL {
        """
        SELECT key
          FROM published_name
         WHERE realm = \(realm)
           AND pair = \(pair)
           AND kind = \(kind.rawValue)
           AND name LIKE \(sought.pattern) ESCAPE '\\'
        """
    }

    /// The keys of the names that hold the text, one more than are few at most.
    private func keys(_ kind: PublishedName.Kind, _ pair: String, _ sought: Sought) throws -> Set<String> {
        let rows = try reading.reader.rows(
            """
            \(PublicRecord.names(kind, pair, sought, in: reading.realm))
             ORDER BY pair, kind, key, name
             LIMIT \(fewNames + 1)
            """
        )
        return Set(try rows.map { row -> String in try row["key"] })
    }

    /// The pair of the text that stands in the fewest names.
    private func rarestPair(of sought: Sought) throws -> String {
        var best = (text: "", count: Int.max)
        for pair in Set(PublishedName.pairs(of: sought.folded)).sorted() {
            let row = try reading.reader.firstRow(
                """
                SELECT COUNT(*) AS count
                  FROM (SELECT key
                          FROM published_name
                         WHERE realm = \(reading.realm)
                           AND pair = \(pair)
                         ORDER BY pair, kind, key, name
                         LIMIT \(PublicRecord.countedNames)) AS few
                """
            )
            let count: Int = try row?["count"] ?? 0
            if count < best.count { best = (pair, count) }
        }
        return best.text
    }

    /// Joins what was found on several ways, the latest first, each once.
    static func merged(_ rows: [Row], limit: Int) throws -> [Row] {
        var seen: Set<String> = []
        let found = try rows.map { row -> (day: String, id: String, row: Row) in
            (try row["decided_on"], try row["case_id"], row)
        }
        return found.sorted { ($1.day, $1.id) < ($0.day, $0.id) }.filter { seen.insert($0.id).inserted }
            .prefix(limit).map(\.row)
    }
}
