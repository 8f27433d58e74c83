import Database
package import EventLog
import Kernel

/// The findings that wait for an explanation or a judgment.
package struct OpenFindings: Sendable {
    /// Only this agency's; all when `nil`.
    package let agency: String?
    /// Only of this level; all when `nil`.
    package let level: FindingLevel?

    package init(agency: String? = nil, level: FindingLevel? = nil) {
        self.agency = agency
        self.level = level
    }

    /// Where the next page begins: behind this finding.
    package struct Cursor: Hashable, Sendable, Codable {
        package let rank: Int
        package let position: Int64

        package init(rank: Int, position: Int64) {
            self.rank = rank
            self.position = position
        }
    }
}

extension EventReading {
    /// Returns open findings, the gravest first and of one level the latest first.
    package func openFindings(
        _ filter: OpenFindings,
        after cursor: OpenFindings.Cursor? = nil,
        limit: Int
    ) throws -> [FindingRow] {
        let agency: SQL = filter.agency.map { "AND agency = \($0)" } ?? ""
        let level: SQL = filter.level.map { "AND level = \($0.rank)" } ?? ""
        let behind: SQL =
            cursor.map { cursor in
                "AND (level < \(cursor.rank) OR (level = \(cursor.rank) AND position < \(cursor.position)))"
            } ?? ""
        return try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND is_open = 1
               \(agency)
               \(level)
               \(behind)
             ORDER BY level DESC, position DESC
             LIMIT \(limit)
            """
        ).map(FindingRow.init)
    }
}
