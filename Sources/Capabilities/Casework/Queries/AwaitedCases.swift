import Database
package import EventLog
package import Kernel

/// A case that is being handled, as anybody may see it in a hall: neither its number nor its party.
package struct AwaitedCase: Hashable, Sendable {
    package let itemCode: String
    package let itemName: String
    package let agency: String
    package let acceptedOn: Day
    package let promisedDue: Day
}

extension EventReading {
    /// Returns accepted cases whose promised day is still to come, the nearest first.
    ///
    /// - Parameters:
    ///   - agency: whose; `nil` for all.
    ///   - today: the first promised day.
    ///   - limit: how many are looked at.
    /// - Returns: in the order of their promised days.
    /// - Throws: `DatabaseError`.
    package func awaitedCases(of agency: String?, from today: Day, limit: Int) throws -> [AwaitedCase] {
        let narrowed: SQL = agency.map { "AND agency = \($0)" } ?? ""
        return try reader.rows(
            """
            SELECT item_code, item_name, agency, accepted_on, promised_due
              FROM case_file
             WHERE realm = \(realm)
               AND promised_due >= \(today)
               AND accepted_on IS NOT NULL
               AND decided_on IS NULL
               AND closed_on IS NULL
               \(narrowed)
             ORDER BY promised_due, id
             LIMIT \(limit)
            """
        ).map { row in
            AwaitedCase(
                itemCode: try row["item_code"],
                itemName: try row["item_name"],
                agency: try row["agency"],
                acceptedOn: try row["accepted_on"],
                promisedDue: try row["promised_due"]
            )
        }
    }
}
