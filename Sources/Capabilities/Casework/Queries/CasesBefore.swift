import Database
package import EventLog

extension EventReading {
    /// Returns the cases received before a position of the log, page by page: those whose identifiers follow `last`.
    package func cases(receivedBefore position: Int64, after last: CaseFile.ID, limit: Int) throws -> [CaseFile.ID] {
        try reader.rows(
            """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND id > \(last)
               AND received_position < \(position)
             ORDER BY id
             LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }

    /// Returns how many cases were received before a position of the log.
    package func caseCount(receivedBefore position: Int64) throws -> Int {
        try reader.value(
            """
            SELECT count(*)
              FROM case_file
             WHERE realm = \(realm)
               AND received_position < \(position)
            """
        ) ?? 0
    }
}
