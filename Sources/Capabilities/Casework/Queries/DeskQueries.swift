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

    /// Returns what waits for one of `functions` in `agency`, not for the applicant; longest waiting first.
    package func deskInbox(
        of agency: String,
        functions: [String],
        after: (enteredAt: Instant, id: CaseFile.ID)? = nil,
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
               AND i.function IN (\(list: functions))
               AND c.stage <> 'correction'
               AND (i.entered_at, i.case_id) > (\(from.enteredAt), \(from.id))
             ORDER BY i.entered_at, i.case_id, i.step
             LIMIT \(limit)
            """
        ).map(InboxRow.init)
    }

    /// Returns the agency's cases whose number or item name contains `text`, most recently touched first.
    package func cases(of agency: String, containing text: String, limit: Int) throws -> [CaseRowSummary] {
        let escaped = text.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        let pattern = "%\(escaped)%"
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND (number LIKE \(pattern) ESCAPE '\\' OR item_name LIKE \(pattern) ESCAPE '\\')
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }

    /// Returns the agency's cases of one of `parties`, most recently touched first.
    package func cases(of agency: String, parties: [String], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND party IN (\(list: parties))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}
