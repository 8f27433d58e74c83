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

    /// Returns the newest cases of these parties, the one last touched first.
    package func cases(ofParties parties: [Party.ID], limit: Int) throws -> [CaseRowSummary] {
        try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND party IN (\(list: parties))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }
}
