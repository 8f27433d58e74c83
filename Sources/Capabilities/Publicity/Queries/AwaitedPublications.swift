package import Casework
import Database
package import EventLog
package import Kernel

/// A decision that is to be published, and by when.
package struct AwaitedPublication: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let documentNumber: String
    package let item: String
    package let decidedOn: Day
    package let publishBy: Day
}

extension EventReading {
    /// Returns what an agency has to publish, the most urgent first, from behind `last` on.
    package func awaitedPublications(
        agency: String,
        after last: AwaitedPublication? = nil,
        limit: Int
    ) throws -> [AwaitedPublication] {
        let behind: SQL =
            last.map { last in
                """
                AND (publish_by > \(last.publishBy)
                     OR (publish_by = \(last.publishBy) AND case_id > \(last.caseFile.text)))
                """
            } ?? ""
        return try reader.rows(
            """
            SELECT case_id, document_number, item_code, decided_on, publish_by
              FROM publication
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND status = 'awaited'
               \(behind)
             ORDER BY publish_by, case_id
             LIMIT \(limit)
            """
        ).map { row in
            AwaitedPublication(
                caseFile: CaseFile.ID(try row["case_id"]),
                documentNumber: try row["document_number"],
                item: try row["item_code"],
                decidedOn: try row["decided_on"],
                publishBy: try row["publish_by"]
            )
        }
    }
}
