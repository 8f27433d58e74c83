import Database
package import EventLog
import Kernel
package import Parties

extension EventReading {
    /// Returns the cases with these identifiers, the one last touched first; unknown ones are absent.
    package func cases(_ ids: [CaseFile.ID]) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND id IN (\(list: ids))
             ORDER BY last_act_at DESC, id DESC
            """
        ).map(CaseRowSummary.init)
    }

    /// Returns the newest cases that these parties applied for, the one last touched first.
    ///
    /// Matters that an agency took up itself are not among them: a party learns of them by the papers served on it
    /// (行政处罚法 §44, 61), and of a clue not at all.
    package func applications(ofParties parties: [Party.ID], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND party IN (\(list: parties))
               AND query_digest <> ''
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}
