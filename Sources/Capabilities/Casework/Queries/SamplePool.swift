package import Database
package import Kernel

/// A case that may be drawn for somebody to look at.
package struct PooledCase: Hashable, Sendable {
    package let id: String
    /// Where it came in.
    package let position: Int64

    package init(id: String, position: Int64) {
        self.id = id
        self.position = position
    }
}

extension SQLReader {
    /// Returns the cases of agencies that came in on `days` and that others than officers may see, by identifier.
    package func samplePool(
        ofAgencies agencies: [String],
        days: ClosedRange<Day>,
        in realm: Realm
    ) throws -> [PooledCase] {
        try rows(
            """
            SELECT id, received_position
              FROM case_file
             WHERE realm = \(realm)
               AND is_secret = 0
               AND agency IN (\(list: agencies))
               AND received_on BETWEEN \(days.lowerBound) AND \(days.upperBound)
             ORDER BY id
            """
        ).map { row in PooledCase(id: try row["id"], position: try row["received_position"]) }
    }
}
