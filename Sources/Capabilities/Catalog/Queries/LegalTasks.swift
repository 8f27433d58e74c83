import Database
package import EventLog
package import Kernel
package import Law

extension EventReading {
    /// Returns the codes and names of the items in force that rest on a statute, by code.
    ///
    /// - Parameters:
    ///   - statute: its key in the library.
    ///   - isPublic: whether items exempt from publication are left out.
    /// - Returns: each item once.
    /// - Throws: `DatabaseError`.
    package func items(
        restingOn statute: String,
        isPublic: Bool
    ) throws -> [(id: PowerItem.ID, code: String, name: String)] {
        let narrowed: SQL = isPublic ? "AND i.standing = 'published'" : "AND i.standing IN ('published', 'exempt')"
        return try reader.rows(
            """
            SELECT DISTINCT i.id, i.code, i.name
              FROM item_basis AS b
              JOIN power_item AS i
                ON i.realm = b.realm
               AND i.id = b.item
             WHERE b.realm = \(realm)
               AND b.statute = \(statute)
                   \(narrowed)
             ORDER BY i.code, i.id
            """
        ).map { row in (try row["id"], try row["code"], try row["name"]) }
    }

    /// Returns what changes of law made somebody's task, the one that is due first at the front, done ones last.
    ///
    /// - Parameters:
    ///   - day: on which they are looked at.
    ///   - rules: within how many days they are answered; those that ship when `nil`.
    /// - Returns: one an item and change.
    /// - Throws: `LegalTaskRules.Fault`; `DatabaseError`.
    package func legalTasks(on day: Day, within rules: LegalTaskRules? = nil) throws -> [LegalTask] {
        let rules = try rules ?? .shipped()
        var tasks: [LegalTask] = []
        var statutes: [String: Statute] = [:]
        var seen: Set<PowerItem.ID> = []
        for statute in try changedStatutes() {
            for (id, _, _) in try items(restingOn: statute, isPublic: false) where seen.insert(id).inserted {
                let item = try state(PowerItem.self, id.text).state
                for basis in item.version(on: day)?.content.bases ?? [] where statutes[basis.statute] == nil {
                    statutes[basis.statute] = try state(Statute.self, basis.statute).state
                }
                tasks += item.tasks(id, on: day, under: statutes, within: rules)
            }
        }
        return tasks.sorted { $0.place < $1.place }
    }

    /// Returns what changes of law made somebody's task about one item, in the same order.
    package func legalTasks(of item: PowerItem.ID, on day: Day) throws -> [LegalTask] {
        let state = try state(PowerItem.self, item.text).state
        let statutes = try statutes(of: state.version(on: day))
        return try state.tasks(item, on: day, under: statutes, within: .shipped()).sorted { $0.place < $1.place }
    }

    /// Returns the statutes a version rests on, by their keys.
    package func statutes(of version: ItemVersion?) throws -> [String: Statute] {
        try (version?.content.bases ?? []).reduce(into: [:]) { statutes, basis in
            if statutes[basis.statute] == nil {
                statutes[basis.statute] = try state(Statute.self, basis.statute).state
            }
        }
    }
}

extension CommandSession {
    /// Returns the statutes a version rests on, by their keys.
    func statutes(of version: ItemVersion?) throws -> [String: Statute] {
        try (version?.content.bases ?? []).reduce(into: [:]) { statutes, basis in
            if statutes[basis.statute] == nil {
                statutes[basis.statute] = try load(Statute.self, basis.statute).state
            }
        }
    }
}
