import Database
package import EventLog
package import Kernel

/// What an agency, and then the legal office, has to do about a benchmark that loses what it rests on.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1); 国办发〔2022〕27号 (benchmarks are adjusted in time).
package struct BenchmarkTask: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable {
        /// The agency writes the next version and hands it in.
        case agency
        /// The legal office has it in force or sends it back.
        case office
    }

    /// The item's identifier.
    package let item: String
    package let issuedAs: String
    package let side: Side
    /// From when its days run: the library heard of the change, or the draft came to who has it now.
    package let since: Day

    package init(item: String, issuedAs: String, side: Side, since: Day) {
        self.item = item
        self.issuedAs = issuedAs
        self.side = side
        self.since = since
    }
}

extension EventReading {
    /// Returns the benchmarks that have lost a basis, or will by a change the library knows on `day`, and for which no
    /// further version is public yet; by item.
    ///
    /// - Throws: `DatabaseError`.
    package func benchmarkTasks(on day: Day) throws -> [BenchmarkTask] {
        let rows = try reader.rows(
            """
            SELECT item, number, issued_as, MIN(known_on) AS known_on
              FROM benchmark_fall
             WHERE realm = \(realm)
               AND fallen_until > \(day)
               AND known_on <= \(day)
             GROUP BY item, number, issued_as
             ORDER BY item, number
            """
        )
        let items: [String] = try rows.map { try $0["item"] }
        let benchmarks = try states(ItemBenchmark.self, Set(items).sorted())
        return try rows.compactMap { row in
            let (item, number): (String, Int) = (try row["item"], try row["number"])
            guard let benchmark = benchmarks[item], benchmark.versions.last?.number == number else { return nil }
            let known: Day = try row["known_on"]
            let (side, since) = benchmark.draft?.task ?? (.agency, known)
            return BenchmarkTask(item: item, issuedAs: try row["issued_as"], side: side, since: max(known, since))
        }
    }
}

extension ItemBenchmark.Draft {
    /// Who has it, since when; `nil` while it is first written, which stops no clock.
    fileprivate var task: (side: BenchmarkTask.Side, since: Day)? {
        switch stage {
        case .drafted: returnReason.map { _ in (.agency, since) }
        case .submitted, .confirmed: (.office, since)
        }
    }
}
