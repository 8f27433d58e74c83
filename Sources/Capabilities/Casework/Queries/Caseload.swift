import Database
package import EventLog
package import Kernel

/// How many cases of one agency stand in one stage, and how many of them are late.
package struct CaseloadRow: Hashable, Sendable {
    package let agency: String
    package let stage: Stage.Name
    package let cases: Int
    /// Those whose answer or whose promised decision is past its last day.
    package let overdue: Int
}

extension EventReading {
    /// Returns the cases of `agencies` that are not closed, by agency and stage.
    ///
    /// - Parameters:
    ///   - agencies: whose cases are counted.
    ///   - today: a case is late when its last day is before it.
    /// - Returns: one row for each agency and stage that has cases, in that order.
    /// - Throws: what the database throws.
    package func caseload(of agencies: [String], on today: Day) throws -> [CaseloadRow] {
        try reader.rows(
            """
            SELECT agency, stage, count(*) AS cases,
                   sum(CASE WHEN \(CaseSelection.isOverdue(on: today)) THEN 1 ELSE 0 END) AS overdue
              FROM case_file
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND stage <> 'closed'
             GROUP BY agency, stage
             ORDER BY agency, stage
            """
        ).map { row in
            let text: String = try row["stage"]
            guard let stage = Stage.Name(rawValue: text) else {
                throw DatabaseError.column("stage", expected: "a stage", found: text)
            }
            return CaseloadRow(
                agency: try row["agency"],
                stage: stage,
                cases: try row["cases"],
                overdue: try row["overdue"]
            )
        }
    }
}
