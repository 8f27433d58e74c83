import Database
package import EventLog
package import Kernel

/// A case that was decided, with the days it had.
package struct DecidedCase: Hashable, Sendable {
    package let id: CaseFile.ID
    package let agency: String
    package let itemCode: String
    package let itemName: String
    package let acceptedOn: Day?
    package let decidedOn: Day
    package let promisedDue: Day?
    package let statutoryDue: Day?

    /// Whether it was decided before its promised day.
    package var isEarly: Bool { promisedDue.map { decidedOn < $0 } ?? false }
}

extension EventReading {
    /// Returns the cases of `agencies` that were decided on one of `days`, by identifier.
    package func decidedCases(of agencies: [String], in days: ClosedRange<Day>) throws -> [DecidedCase] {
        try reader.rows(
            """
            SELECT id, agency, item_code, item_name, accepted_on, decided_on, promised_due, statutory_due
              FROM case_file
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND decided_on >= \(days.lowerBound)
               AND decided_on <= \(days.upperBound)
             ORDER BY id
            """
        ).map { row in
            DecidedCase(
                id: try row["id"],
                agency: try row["agency"],
                itemCode: try row["item_code"],
                itemName: try row["item_name"],
                acceptedOn: try row["accepted_on"],
                decidedOn: try row["decided_on"],
                promisedDue: try row["promised_due"],
                statutoryDue: try row["statutory_due"]
            )
        }
    }
}
