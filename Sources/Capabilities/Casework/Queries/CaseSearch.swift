import Database
package import EventLog
import Kernel

extension EventReading {
    /// Greater than everything that begins with the same text.
    private static let end = "\u{10FFFF}"

    /// How many numbers are looked through for those of one's agencies; who wants others types more of the number.
    private static let looked = 2_000

    /// Returns the cases of `agencies` whose number begins so, the latest number first.
    package func cases(numbered start: String, of agencies: [String], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND number IN (SELECT number
                                FROM case_file
                               WHERE realm = \(realm)
                                 AND number >= \(start)
                                 AND number < \(start + EventReading.end)
                               ORDER BY number DESC
                               LIMIT \(EventReading.looked))
               AND agency IN (\(list: agencies))
             ORDER BY number DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }

    /// Returns the cases of `agencies` with a document or a decision whose number begins so.
    package func cases(documented start: String, of agencies: [String], limit: Int) throws -> [CaseRowSummary] {
        let decided = try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND decision_number >= \(start)
               AND decision_number < \(start + EventReading.end)
               AND agency IN (\(list: agencies))
             ORDER BY decision_number DESC
             LIMIT \(limit)
            """
        )
        let issued = try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND id IN (SELECT case_id
                            FROM document_number
                           WHERE realm = \(realm)
                             AND number >= \(start)
                             AND number < \(start + EventReading.end)
                           ORDER BY number DESC, case_id DESC
                           LIMIT \(limit))
             ORDER BY id DESC
            """
        )
        return try (decided + issued).map(CaseRowSummary.init)
    }

    /// Returns the cases of `agencies` under an item, the latest received first.
    package func cases(ofItem code: String, of agencies: [String], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND item_code = \(code)
               AND agency IN (\(list: agencies))
             ORDER BY received_on DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }

    /// Returns the cases of `agencies` of one of `parties`, most recently touched first.
    package func cases(parties: [String], of agencies: [String], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND party IN (\(list: parties))
               AND agency IN (\(list: agencies))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}
