import Database
package import EventLog
package import Kernel

/// How many findings of each level were raised on one day.
package struct FindingTraffic: Hashable, Sendable {
    package let day: Day
    package internal(set) var counts: [FindingLevel: Int]
}

extension EventReading {
    /// Returns one entry for each of the `days` days up to `today`, oldest first; days without findings are there.
    ///
    /// With `agencies` only those agencies' findings are counted.
    package func findingTraffic(
        of agencies: [String]? = nil,
        through today: Day,
        days: Int = 90
    ) throws -> [FindingTraffic] {
        guard days > 0 else { return [] }
        let scope: SQL = agencies.map { "AND agency IN (\(list: $0))" } ?? ""
        let from = today - (days - 1)
        var traffic = (0..<days).map { FindingTraffic(day: from + $0, counts: [:]) }
        let rows = try reader.rows(
            """
            SELECT raised_on, level, count(*) AS count
              FROM finding
             WHERE realm = \(realm)
               AND raised_on >= \(from)
               AND raised_on <= \(today)
               \(scope)
             GROUP BY raised_on, level
             ORDER BY raised_on, level
            """
        )
        for row in rows {
            let day: Day = try row["raised_on"]
            traffic[day - from].counts[try FindingRow.level(rank: row["level"])] = try row["count"]
        }
        return traffic
    }
}
