package import Database
package import Kernel

/// A case that was not decided by its promised day.
package struct LateCase: Hashable, Sendable {
    package let id: CaseFile.ID
    package let number: String
    package let agency: String
    package let itemCode: String
    package let itemName: String
    package let promisedDue: Day
    /// When it was decided or ended otherwise; `nil` while it waits.
    package let endedOn: Day?
}

/// How an agency kept what it promised.
package struct PromiseFigures: Hashable, Sendable {
    package let agency: String
    /// Cases whose promised day fell into the period.
    package let cases: Int
    /// Those that were not decided by then.
    package let late: Int
}

/// Which late cases are asked for.
package enum LateScope: Hashable, Sendable {
    case agency(String)
    case item(String)
    case one(CaseFile.ID)
}

extension SQLReader {
    /// Returns the cases the public may know of whose promised day lies in `days` and that were not decided by it, the latest day first.
    ///
    /// Whoever waits for an applicant is not late: a suspended clock has no due day.
    ///
    /// - Source: Regulations on Optimizing the Business Environment (优化营商环境条例) art. 36.
    package func lateCases(
        in realm: Realm,
        of scope: LateScope,
        promised days: ClosedRange<Day>,
        on today: Day,
        limit: Int
    ) throws -> [LateCase] {
        let chosen: SQL =
            switch scope {
            case .agency(let agency): "agency = \(agency)"
            case .item(let code): "item_code = \(code)"
            case .one(let id): "id = \(id)"
            }
        return try rows(
            """
            SELECT id, number, agency, item_code, item_name, promised_due,
                   COALESCE(decided_on, closed_on) AS ended_on
              FROM case_file
             WHERE realm = \(realm)
               AND is_secret = 0
               AND \(chosen)
               AND promised_due >= \(days.lowerBound)
               AND promised_due <= \(days.upperBound)
               AND promised_due < COALESCE(decided_on, closed_on, \(today))
             ORDER BY promised_due DESC, id
             LIMIT \(limit)
            """
        ).map { row in
            LateCase(
                id: try row["id"],
                number: try row["number"],
                agency: try row["agency"],
                itemCode: try row["item_code"],
                itemName: try row["item_name"],
                promisedDue: try row["promised_due"],
                endedOn: try row["ended_on"]
            )
        }
    }

    /// Returns how every agency kept its promises that fell due in `days` in cases the public may know of, by its identifier.
    package func promiseFigures(
        in realm: Realm,
        promised days: ClosedRange<Day>,
        on today: Day
    ) throws -> [PromiseFigures] {
        try rows(
            """
            SELECT agency, COUNT(*) AS cases,
                   SUM(CASE WHEN promised_due < COALESCE(decided_on, closed_on, \(today)) THEN 1 ELSE 0 END) AS late
              FROM case_file
             WHERE realm = \(realm)
               AND is_secret = 0
               AND promised_due >= \(days.lowerBound)
               AND promised_due <= \(days.upperBound)
             GROUP BY agency
             ORDER BY agency
            """
        ).map { row in
            PromiseFigures(agency: try row["agency"], cases: try row["cases"], late: try row["late"])
        }
    }
}
