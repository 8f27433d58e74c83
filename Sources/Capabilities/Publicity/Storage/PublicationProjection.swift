package import Database
package import EventLog
import Kernel

/// One row a decision that is or should be public; what is shown is read from the event at `position`.
package struct PublicationProjection: Projection {
    package let name = "publications"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "publication",
            rows: { realm in
                """
                SELECT case_id, status, document_number, item_code, agency, decided_on, publish_by, published_on,
                       position
                  FROM publication
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(PublicationEvent.self) else { return [] }
        let realm = event.realm
        let caseFile = event.envelope.stream.key
        switch fact {
        case .awaited(let awaited):
            return [
                """
                INSERT INTO publication
                       (realm, case_id, status, document_number, item_code, agency, decided_on, publish_by, position)
                VALUES (\(realm), \(caseFile), 'awaited', \(awaited.documentNumber), \(awaited.item),
                        \(awaited.agency), \(awaited.decidedOn), \(awaited.publishBy), \(event.position))
                """
            ]
        case .published(let published):
            let record = published.record.value
            return [
                """
                INSERT INTO publication
                       (realm, case_id, status, document_number, item_code, agency, decided_on, published_on, position)
                VALUES (\(realm), \(caseFile), 'published', \(record.documentNumber), \(record.item),
                        \(record.agency), \(record.decidedOn), \(event.envelope.recordedAt.day), \(event.position))
                    ON CONFLICT (realm, case_id) DO UPDATE
                   SET status = excluded.status, published_on = excluded.published_on, position = excluded.position
                """
            ]
        case .withdrawn:
            return [
                """
                UPDATE publication
                   SET status = 'withdrawn', position = \(event.position)
                 WHERE realm = \(realm)
                   AND case_id = \(caseFile)
                """
            ]
        }
    }
}
