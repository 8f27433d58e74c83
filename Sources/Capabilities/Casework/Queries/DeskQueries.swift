import Database
package import EventLog
package import Kernel

extension EventReading {
    /// Returns how many cases wait for one of `functions` in `agency`; those that wait for the applicant do not count.
    package func deskCount(of agency: String, functions: [String]) throws -> Int {
        try reader.value(
            """
            SELECT count(DISTINCT i.case_id)
              FROM inbox i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id
             WHERE i.realm = \(realm)
               AND i.agency = \(agency)
               AND i.function IN (\(list: functions))
               AND c.stage <> 'correction'
            """
        ) ?? 0
    }

    /// Returns which cases wait for `function` in `agency`, not for the applicant: the `limit` longest waiting.
    package func waitingCases(of agency: String, function: String, limit: Int) throws -> [CaseFile.ID] {
        try reader.rows(
            """
            SELECT i.case_id AS case_id
              FROM inbox i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id
             WHERE i.realm = \(realm)
               AND i.agency = \(agency)
               AND i.function = \(function)
               AND c.stage <> 'correction'
             ORDER BY i.entered_at, i.case_id, i.step
             LIMIT \(limit)
            """
        ).map { try $0["case_id"] }
    }

    /// Returns what waits for one of `functions` in `agency`, not for the applicant; longest waiting first.
    ///
    /// Each function is read along its own index, and the lists are merged: all together would be sorted first.
    package func deskInbox(
        of agency: String,
        functions: [String],
        after: (enteredAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [InboxRow] {
        let rows = try functions.flatMap { function in
            try deskInbox(of: agency, function: function, after: after, limit: limit)
        }
        guard functions.count > 1 else { return rows }
        return Array(rows.sorted { $0.order < $1.order }.prefix(limit))
    }

    private func deskInbox(
        of agency: String,
        function: String,
        after: (enteredAt: Instant, id: CaseFile.ID)?,
        limit: Int
    ) throws -> [InboxRow] {
        let from = after ?? (Instant(milliseconds: 0), CaseFile.ID(""))
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns), i.step AS step, i.function AS function, i.entered_at AS entered_at
              FROM inbox i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id
             WHERE i.realm = \(realm)
               AND i.agency = \(agency)
               AND i.function = \(function)
               AND c.stage <> 'correction'
               AND (i.entered_at, i.case_id) > (\(from.enteredAt), \(from.id))
             ORDER BY i.entered_at, i.case_id, i.step
             LIMIT \(limit)
            """
        ).map(InboxRow.init)
    }

    /// Returns how many cases each stage has in `agency`, counted up to `limit` each.
    package func caseCounts(of agency: String, upTo limit: Int) throws -> [Stage.Name: Int] {
        try Stage.Name.allCases.reduce(into: [:]) { counts, stage in
            counts[stage] = try reader.value(
                """
                SELECT count(*)
                  FROM (SELECT id
                          FROM case_file
                         WHERE realm = \(realm)
                           AND agency = \(agency)
                           AND stage = \(stage.rawValue)
                         ORDER BY last_act_at, id
                         LIMIT \(limit)) AS counted
                """
            )
        }
    }

    /// Returns the agency's cases in `stage`, most recently touched first, before the key if given.
    package func deskCases(
        of agency: String,
        in stage: Stage.Name,
        before: (lastActAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [CaseRowSummary] {
        let from = before ?? (Instant(milliseconds: .max), CaseFile.ID(""))
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND stage = \(stage.rawValue)
               AND (last_act_at, id) < (\(from.lastActAt), \(from.id))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}

extension InboxRow {
    /// Longest waiting first.
    fileprivate var order: (Instant, String, String) { (enteredAt, summary.id.text, step) }
}
