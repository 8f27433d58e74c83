package import Casework
import Database
package import EventLog
package import Kernel

/// A decision in an agency's publication queue.
package struct AwaitedPublication: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let documentNumber: String
    package let item: String
    package let decidedOn: Day
    /// By when the law wants it public; `nil` once it was.
    package let publishBy: Day?
    package let standing: PublicationStanding
    /// By when the reviewer is to look at it.
    package let reviewBy: Day?
}

extension EventReading {
    /// Returns what an agency has to publish, the earliest decision first, from behind `last` on.
    package func awaitedPublications(
        agency: String,
        after last: AwaitedPublication? = nil,
        limit: Int
    ) throws -> [AwaitedPublication] {
        let behind: SQL =
            last.map { last in
                """
                AND (decided_on > \(last.decidedOn)
                     OR (decided_on = \(last.decidedOn) AND case_id > \(last.caseFile.text)))
                """
            } ?? ""
        return try reader.rows(
            """
            SELECT case_id, document_number, item_code, decided_on, publish_by, standing, review_by
              FROM publication
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND standing IN ('awaited', 'returned', 'proposed', 'approved', 'exemption_asked')
               \(behind)
             ORDER BY decided_on, case_id
             LIMIT \(limit)
            """
        ).map(AwaitedPublication.init)
    }

    /// Returns how the publication of one case stands; `nil` while nothing was decided that is to be published.
    package func publication(of caseFile: CaseFile.ID) throws -> AwaitedPublication? {
        try reader.firstRow(
            """
            SELECT case_id, document_number, item_code, decided_on, publish_by, standing, review_by
              FROM publication
             WHERE realm = \(realm)
               AND case_id = \(caseFile.text)
            """
        ).map(AwaitedPublication.init)
    }

    /// Returns what became of an agency's decisions, the latest first.
    package func publications(
        agency: String,
        in standing: PublicationStanding,
        limit: Int
    ) throws -> [AwaitedPublication] {
        try reader.rows(
            """
            SELECT case_id, document_number, item_code, decided_on, publish_by, standing, review_by
              FROM publication
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND standing = \(standing.rawValue)
             ORDER BY decided_on DESC, case_id
             LIMIT \(limit)
            """
        ).map(AwaitedPublication.init)
    }

    /// Returns how many decisions of an agency, or of all, stand where.
    package func publicationCounts(agency: String? = nil) throws -> [PublicationStanding: Int] {
        let own: SQL = agency.map { "AND agency = \($0)" } ?? ""
        let rows = try reader.rows(
            """
            SELECT standing, COUNT(*) AS count
              FROM publication
             WHERE realm = \(realm)
               \(own)
             GROUP BY standing
             ORDER BY standing
            """
        )
        return try Dictionary(
            rows.compactMap { row in
                try PublicationStanding(rawValue: row["standing"]).map { ($0, try row["count"]) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension AwaitedPublication {
    fileprivate init(_ row: Row) throws {
        self.init(
            caseFile: CaseFile.ID(try row["case_id"]),
            documentNumber: try row["document_number"],
            item: try row["item_code"],
            decidedOn: try row["decided_on"],
            publishBy: try row["publish_by"],
            standing: PublicationStanding(rawValue: try row["standing"]) ?? .awaited,
            reviewBy: try row["review_by"]
        )
    }
}
