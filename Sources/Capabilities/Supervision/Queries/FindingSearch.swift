import Database
package import EventLog
package import Kernel

/// Which findings a list shows: those that agree with everything that is given.
package struct FindingSearch: Hashable, Sendable {
    /// What comes first.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        case latest
        /// The gravest, and of one level the latest.
        case gravest
    }

    /// Only these agencies' findings; nobody's when empty.
    package var agencies: [String]
    package var level: FindingLevel?
    /// Only yellow and red cards.
    package var isCard: Bool
    package var dimension: Dimension?
    package var status: Finding.Status.Name?
    /// Only those that wait for an explanation or a judgment.
    package var isOpen: Bool
    /// Only those raised on these days.
    package var days: ClosedRange<Day>?
    package var order: Order

    package init(
        agencies: [String],
        level: FindingLevel? = nil,
        isCard: Bool = false,
        dimension: Dimension? = nil,
        status: Finding.Status.Name? = nil,
        isOpen: Bool = false,
        days: ClosedRange<Day>? = nil,
        order: Order = .latest
    ) {
        self.agencies = agencies
        self.level = level
        self.isCard = isCard
        self.dimension = dimension
        self.status = status
        self.isOpen = isOpen
        self.days = days
        self.order = order
    }
}

/// How many findings of one agency share level, dimension and status.
package struct FindingFacet: Hashable, Sendable {
    package let agency: String
    package let level: FindingLevel
    package let dimension: Dimension
    package let status: Finding.Status.Name
    package let count: Int
}

extension EventReading {
    /// Returns the findings behind `cursor` that `search` asks for, in its order.
    package func findings(
        _ search: FindingSearch,
        after cursor: OpenFindings.Cursor? = nil,
        limit: Int
    ) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE \(search.conditions(in: realm))
               \(search.order.behind(cursor))
             ORDER BY \(search.order.sorting)
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }

    /// Returns how many findings `search` asks for.
    package func findingCount(_ search: FindingSearch) throws -> Int {
        try reader.value("SELECT count(*) FROM finding WHERE \(search.conditions(in: realm))") ?? 0
    }

    /// Returns the counts from which every filter of a list says how much it would leave.
    package func findingFacets(of agencies: [String], in days: ClosedRange<Day>? = nil) throws -> [FindingFacet] {
        try reader.rows(
            """
            SELECT agency, level, dimension, status, count(*) AS count
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               \(FindingSearch.raised(days))
             GROUP BY agency, level, dimension, status
             ORDER BY agency, level, dimension, status
            """
        ).map { row in
            FindingFacet(
                agency: try row["agency"],
                level: try FindingRow.level(rank: row["level"]),
                dimension: try FindingRow.value(row, "dimension", Dimension.init(rawValue:)),
                status: try FindingRow.value(row, "status", Finding.Status.Name.init(rawValue:)),
                count: try row["count"]
            )
        }
    }
}

extension FindingSearch {
    fileprivate func conditions(in realm: Realm) -> SQL {
        let level: SQL = level.map { "AND level = \($0.rank)" } ?? ""
        let card: SQL = isCard ? "AND level >= \(FindingLevel.yellowCard.rank)" : ""
        let dimension: SQL = dimension.map { "AND dimension = \($0.rawValue)" } ?? ""
        let status: SQL = status.map { "AND status = \($0.rawValue)" } ?? ""
        let open: SQL = isOpen ? "AND is_open = 1" : ""
        return """
            realm = \(realm)
               AND agency IN (\(list: agencies))
               \(level)
               \(card)
               \(dimension)
               \(status)
               \(open)
               \(FindingSearch.raised(days))
            """
    }

    fileprivate static func raised(_ days: ClosedRange<Day>?) -> SQL {
        days.map { "AND raised_on >= \($0.lowerBound) AND raised_on <= \($0.upperBound)" } ?? ""
    }
}

extension FindingSearch.Order {
    fileprivate var sorting: SQL {
        switch self {
        case .latest: "position DESC"
        case .gravest: "level DESC, position DESC"
        }
    }

    fileprivate func behind(_ cursor: OpenFindings.Cursor?) -> SQL {
        guard let cursor else { return "" }
        return switch self {
        case .latest: "AND position < \(cursor.position)"
        case .gravest:
            "AND (level < \(cursor.rank) OR (level = \(cursor.rank) AND position < \(cursor.position)))"
        }
    }
}
