import Database
package import EventLog
package import Kernel
package import Law

/// A benchmark that lost an article it rests on: nothing may be weighed by that part any more.
package struct FallenBenchmark: Hashable, Sendable {
    /// The item's identifier.
    package let item: String
    package let number: Int
    package let issuedAs: String
    package let change: LegalChange
    package let fallenFrom: Day
    /// The day on which the library heard of the change.
    package let knownOn: Day
}

extension EventReading {
    /// Returns the benchmarks that have lost a basis by `day`, or will by a change that is known, by item and change; a
    /// further version that rests on what is in force takes them off.
    ///
    /// - Parameters:
    ///   - day: on which they are looked at.
    ///   - last: behind which the page begins.
    ///   - limit: how many at most.
    /// - Returns: one a benchmark and change.
    /// - Throws: `DatabaseError`.
    package func fallenBenchmarks(
        on day: Day,
        after last: (item: String, change: String)? = nil,
        limit: Int
    ) throws -> [FallenBenchmark] {
        try reader.rows(
            """
            SELECT item, change, fallen_from, number, issued_as, known_on
              FROM benchmark_fall
             WHERE realm = \(realm)
               AND fallen_from <= \(day)
               AND fallen_until > \(day)
               AND (item, change) > (\(last?.item ?? ""), \(last?.change ?? ""))
             ORDER BY item, change, fallen_from
             LIMIT \(limit)
            """
        ).compactMap(FallenBenchmark.init)
    }

    /// Returns the benchmarks in force that one change of law takes a basis from, today or on a day to come, by item.
    package func benchmarks(fallingBy change: LegalChange, on day: Day) throws -> [FallenBenchmark] {
        try reader.rows(
            """
            SELECT item, change, fallen_from, number, issued_as, known_on
              FROM benchmark_fall
             WHERE realm = \(realm)
               AND change = \(change.text)
               AND fallen_until > \(day)
             ORDER BY item, fallen_from
            """
        ).compactMap(FallenBenchmark.init)
    }
}

extension FallenBenchmark {
    fileprivate init?(_ row: Row) throws {
        let text: String = try row["change"]
        guard let change = LegalChange(text) else { return nil }
        self.init(
            item: try row["item"],
            number: try row["number"],
            issuedAs: try row["issued_as"],
            change: change,
            fallenFrom: try row["fallen_from"],
            knownOn: try row["known_on"]
        )
    }
}
