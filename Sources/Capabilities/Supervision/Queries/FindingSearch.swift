import Database
package import EventLog
import Kernel

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
    package var dimension: Dimension?
    package var status: Finding.Status.Name?
    /// Only those that wait for an explanation or a judgment.
    package var isOpen: Bool
    package var order: Order

    package init(
        agencies: [String],
        level: FindingLevel? = nil,
        dimension: Dimension? = nil,
        status: Finding.Status.Name? = nil,
        isOpen: Bool = false,
        order: Order = .latest
    ) {
        self.agencies = agencies
        self.level = level
        self.dimension = dimension
        self.status = status
        self.isOpen = isOpen
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
        let level: SQL = search.level.map { "AND level = \($0.rank)" } ?? ""
        let dimension: SQL = search.dimension.map { "AND dimension = \($0.rawValue)" } ?? ""
        let status: SQL = search.status.map { "AND status = \($0.rawValue)" } ?? ""
        let open: SQL = search.isOpen ? "AND is_open = 1" : ""
        return try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: search.agencies))
               \(level)
               \(dimension)
               \(status)
               \(open)
               \(search.order.behind(cursor))
             ORDER BY \(search.order.sorting)
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }

    /// Returns the counts from which every filter of a list says how much it would leave.
    package func findingFacets(of agencies: [String]) throws -> [FindingFacet] {
        try reader.rows(
            """
            SELECT agency, level, dimension, status, count(*) AS count
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
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
