package import Database
import Directory
package import EventLog
import Kernel

/// One row an open dispute over jurisdiction; gone when the sides agree, or the superior has designated.
package struct DisputeProjection: Projection {
    package let name = "jurisdiction-disputes"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "jurisdiction_dispute",
            rows: { realm in
                """
                SELECT case_id, other, superior, is_reported, due_on, raised_on, holder_says, other_says
                  FROM jurisdiction_dispute
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        let isThisCase: SQL = "WHERE realm = \(realm) AND case_id = \(id)"
        let fact = event.as(CaseFileEvent.self)
        if case .disputed(let given)? = fact {
            let superior = given.superior.value.agency
            return [
                "DELETE FROM jurisdiction_dispute \(isThisCase)",
                """
                INSERT INTO jurisdiction_dispute
                       (realm, case_id, other, superior, is_reported, due_on, raised_on, holder_says, other_says)
                VALUES (\(realm), \(id), \(given.other.value.agency), \(superior.sqlValue), 0, \(given.consultBy.sqlValue),
                        \(event.envelope.recordedAt.day), \(given.proposed.value.rawValue), '')
                """,
            ]
        }
        if case .disputeStated(let given)? = fact {
            let says: SQL = given.side == .holder ? "holder_says" : "other_says"
            return [
                "UPDATE jurisdiction_dispute SET \(says) = \(given.proposed.value.rawValue) \(isThisCase)",
                "DELETE FROM jurisdiction_dispute \(isThisCase) AND holder_says = other_says",
            ]
        }
        if case .disputeReported(let given)? = fact {
            return [
                """
                UPDATE jurisdiction_dispute
                   SET is_reported = 1, due_on = \(given.designateBy)
                 \(isThisCase)
                """
            ]
        }
        if case .designated? = fact { return ["DELETE FROM jurisdiction_dispute \(isThisCase)"] }
        return []
    }
}
