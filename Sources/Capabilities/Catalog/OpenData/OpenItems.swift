import Database
package import EventLog
package import Kernel

/// A stretch of the open catalog, in the order of the codes.
package struct OpenItemPage: Hashable, Sendable {
    package let items: [OpenItem]
    /// The code behind which the next stretch begins; `nil` after the last.
    package let next: String?
}

extension EventReading {
    /// Returns the items everyone may know on `day`, a stretch of them at a time.
    ///
    /// - Parameters:
    ///   - day: not after today; later days show what is known of them today.
    ///   - code: the end of the stretch before; empty for the first.
    ///   - limit: how many items are looked at.
    /// - Returns: at most `limit` items; fewer when some of them were not public that day.
    /// - Throws: `DatabaseError`.
    package func openItems(on day: Day, after code: String, limit: Int) throws -> OpenItemPage {
        let listed: [(id: PowerItem.ID, code: String)] = try reader.rows(
            """
            SELECT id, code
              FROM power_item
             WHERE realm = \(realm)
               AND code > \(code)
               AND standing IN ('imported', 'published', 'abolished')
             ORDER BY code, id
             LIMIT \(limit)
            """
        ).map { row in (try row["id"], try row["code"]) }
        let items = try states(PowerItem.self, listed.map(\.id.text))
        return OpenItemPage(
            items: listed.compactMap { items[$0.id.text]?.open($0.id, on: day) },
            next: listed.count < limit ? nil : listed.last?.code
        )
    }
}
