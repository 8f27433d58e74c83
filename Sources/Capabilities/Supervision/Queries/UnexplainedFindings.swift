import Database
import EventLog
import Kernel

extension EventReading {
    /// Returns the findings that wait for an explanation although the days for it are over, the longest first.
    func unexplained(on today: Day, limit: Int) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND status = 'open'
               AND explain_by < \(today)
             ORDER BY explain_by, case_id, number
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }

    /// Returns the findings whose days to explain ended on one of `days` and that were not withdrawn, by position.
    func findings(of agencies: [String], explainedBy days: ClosedRange<Day>) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND explain_by >= \(days.lowerBound)
               AND explain_by <= \(days.upperBound)
               AND status <> 'withdrawn'
             ORDER BY position
            """
        ).map(FindingRow.init)
    }
}
