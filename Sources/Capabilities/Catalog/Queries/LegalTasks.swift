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
    ///   - filter: which of them.
    ///   - last: behind which task the page begins; the first page when `nil`.
    ///   - limit: how many at most.
    /// - Returns: one an item and change.
    /// - Throws: `LegalTaskRules.Fault`; `DatabaseError`.
    package func legalTasks(
        on day: Day,
        _ filter: LegalTaskFilter = .all,
        after last: LegalTask.Place? = nil,
        limit: Int = Int(Int32.max)
    ) throws -> [LegalTask] {
        let behind: SQL =
            last.map { "AND (due, code, item, change) > (\($0.due), \($0.code), \($0.item), \($0.change))" } ?? ""
        let rows: [(item: PowerItem.ID, change: String)] = try reader.rows(
            """
            SELECT item, change
              FROM legal_task
             WHERE realm = \(realm)
               AND shown_from <= \(day)
               AND shown_until > \(day)
                   \(filter.condition)
                   \(behind)
             ORDER BY due, code, item, change
             LIMIT \(limit)
            """
        ).map { row in (try row["item"], try row["change"]) }
        return try legalTasks(rows, on: day)
    }

    /// Returns one task, if the change touches the item on `day`.
    package func legalTask(of item: PowerItem.ID, _ change: LegalChange, on day: Day) throws -> LegalTask? {
        try legalTasks(of: item, on: day).first { $0.change == change }
    }

    /// Returns how many tasks there are, by how far they are; the overdue ones are among those that are not decided.
    package func legalTaskCounts(on day: Day, _ filter: LegalTaskFilter = .all) throws -> LegalTaskCounts {
        let rows = try reader.rows(
            """
            SELECT progress, COUNT(*) AS tasks, SUM(CASE WHEN due < \(day) THEN 1 ELSE 0 END) AS overdue
              FROM legal_task
             WHERE realm = \(realm)
               AND shown_from <= \(day)
               AND shown_until > \(day)
                   \(filter.condition)
             GROUP BY progress
             ORDER BY progress
            """
        )
        return try rows.reduce(into: LegalTaskCounts()) { counts, row in
            counts.tasks[try row["progress"]] = try row["tasks"]
            counts.overdue += try row["overdue"]
        }
    }

    /// Returns the agencies that have tasks, by name.
    package func legalTaskAgencies(on day: Day, _ filter: LegalTaskFilter = .all) throws -> [LegalTaskAgency] {
        try reader.rows(
            """
            SELECT task.agency, MAX(i.agency_name) AS name, COUNT(*) AS tasks
              FROM (SELECT item, agency
                      FROM legal_task
                     WHERE realm = \(realm)
                       AND shown_from <= \(day)
                       AND shown_until > \(day)
                       AND agency IS NOT NULL
                           \(filter.condition)) AS task
              JOIN power_item AS i
                ON i.realm = \(realm)
               AND i.id = task.item
             GROUP BY task.agency
             ORDER BY name, task.agency
            """
        ).map { row in
            let name: String? = try row["name"]
            return LegalTaskAgency(id: try row["agency"], name: name ?? "", tasks: try row["tasks"])
        }
    }

    /// Returns the items with overdue tasks, by their codes, with the day by which somebody should have acted.
    ///
    /// - Parameters:
    ///   - progress: `open` for those that the agency owes, `answered` for those that the legal office owes.
    ///   - day: on which they are looked at.
    /// - Returns: one an item, with the first of its days that passed.
    /// - Throws: `DatabaseError`.
    package func overdueLegalTasks(at progress: LegalTask.Progress, on day: Day) throws -> [OverdueLegalTask] {
        try reader.rows(
            """
            SELECT item, code, name, agency, division, MIN(due) AS due
              FROM legal_task
             WHERE realm = \(realm)
               AND shown_from <= \(day)
               AND shown_until > \(day)
               AND progress = \(progress.rawValue)
               AND due < \(day)
             GROUP BY item, code, name, agency, division
             ORDER BY code, item
            """
        ).map { row in
            OverdueLegalTask(
                id: try row["item"],
                name: try row["name"],
                agency: try row["agency"],
                division: try row["division"],
                due: try row["due"]
            )
        }
    }

    /// Opens the items of the rows; the order is kept.
    private func legalTasks(_ rows: [(item: PowerItem.ID, change: String)], on day: Day) throws -> [LegalTask] {
        let items = try states(PowerItem.self, Set(rows.map(\.item.text)).sorted())
        let cited = items.values.flatMap { $0.version(on: day)?.content.bases.map(\.statute) ?? [] }
        let statutes = try reader.changedStatutes(among: cited, in: realm)
        let rules = try LegalTaskRules.shipped()
        var tasks: [PowerItem.ID: [LegalTask]] = [:]
        for (id, item) in items {
            tasks[PowerItem.ID(id)] = item.tasks(PowerItem.ID(id), on: day, under: statutes, within: rules)
        }
        return rows.compactMap { row in tasks[row.item]?.first { $0.change.text == row.change } }
    }

    /// Returns what changes of law made somebody's task about one item, in the same order.
    package func legalTasks(of item: PowerItem.ID, on day: Day) throws -> [LegalTask] {
        let state = try state(PowerItem.self, item.text).state
        let statutes = try statutes(of: state.version(on: day))
        return try state.tasks(item, on: day, under: statutes, within: .shipped()).sorted { $0.place < $1.place }
    }

    /// Returns the statutes a version rests on, by their keys.
    package func statutes(of version: ItemVersion?) throws -> [String: Statute] {
        try statutes(citedIn: version?.content.bases ?? [])
    }
}

extension CommandSession {
    /// Returns the statutes a version rests on, by their keys.
    func statutes(of version: ItemVersion?) throws -> [String: Statute] {
        try statutes(citedIn: version?.content.bases ?? [])
    }
}
