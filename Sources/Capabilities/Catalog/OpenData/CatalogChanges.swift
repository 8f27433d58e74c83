import Database
package import EventLog
package import Kernel

/// Something that changed in the catalog and that everyone may know.
package struct CatalogChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A version was published, with its number and the day from which it is in force.
        case published(version: Int, from: Day)
        case abolished(from: Day, ground: String)
        /// A list brought items that nobody has confirmed yet.
        case listed(source: String, count: Int)
    }

    package struct Item: Hashable, Sendable {
        package let code: String
        package let name: String
    }

    package let kind: Kind
    /// `nil` for a whole list.
    package let item: Item?
    package let on: Day
    /// The place of the act in the log, by which changes of one day are in order; -1 for a list.
    package let position: Int64
}

extension EventReading {
    /// Returns what changed last in the catalog, the newest first; secret items are not among it.
    package func catalogChanges(limit: Int) throws -> [CatalogChange] {
        let changes = try publications(limit: limit) + abolitions(limit: limit) + lists(limit: limit)
        return Array(changes.sorted { ($1.on, $1.position) < ($0.on, $0.position) }.prefix(limit))
    }

    private func publications(limit: Int) throws -> [CatalogChange] {
        try reader.rows(
            """
            SELECT i.code, i.name, v.number, v.in_force_from, v.published_on, v.position
              FROM power_item_version AS v
              JOIN power_item AS i
                ON i.realm = v.realm
               AND i.id = v.item
             WHERE v.realm = \(realm)
               AND v.is_public = 1
               AND i.standing IN ('published', 'abolished')
             ORDER BY v.position DESC, v.item, v.number
             LIMIT \(limit)
            """
        ).map { row in
            CatalogChange(
                kind: .published(version: try row["number"], from: try row["in_force_from"]),
                item: CatalogChange.Item(code: try row["code"], name: try row["name"]),
                on: try row["published_on"],
                position: try row["position"]
            )
        }
    }

    private func abolitions(limit: Int) throws -> [CatalogChange] {
        try reader.rows(
            """
            SELECT id, code, name
              FROM power_item
             WHERE realm = \(realm)
               AND standing = 'abolished'
             ORDER BY position DESC, id
             LIMIT \(limit)
            """
        ).compactMap { row in
            let id: PowerItem.ID = try row["id"]
            for event in try events(of: PowerItem.stream(id.text)).reversed() {
                guard case .abolished(let abolished)? = event.as(PowerItemEvent.self) else { continue }
                return CatalogChange(
                    kind: .abolished(from: abolished.from, ground: abolished.ground),
                    item: CatalogChange.Item(code: try row["code"], name: try row["name"]),
                    on: event.envelope.occurred.at.day,
                    position: event.position
                )
            }
            return nil
        }
    }

    private func lists(limit: Int) throws -> [CatalogChange] {
        try reader.rows(
            """
            SELECT source, imported_on, COUNT(*) AS count
              FROM power_item
             WHERE realm = \(realm)
               AND source IS NOT NULL
               AND standing IN ('imported', 'published', 'abolished')
             GROUP BY source, imported_on
             ORDER BY imported_on DESC, source
             LIMIT \(limit)
            """
        ).map { row in
            CatalogChange(
                kind: .listed(source: try row["source"], count: try row["count"]),
                item: nil,
                on: try row["imported_on"],
                position: -1
            )
        }
    }
}
