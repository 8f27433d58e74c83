import Database
import EventLog

/// Which case a document's number belongs to.
struct DocumentNumberProjection: Projection {
    let name = "document numbers"
    let version = 1
    let tables = [
        ProjectionTable(
            "document_number",
            rows: { realm in
                "SELECT number, case_id FROM document_number WHERE realm = \(realm) ORDER BY number, case_id"
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .issued(let issued)? = event.as(CaseFileEvent.self), !issued.number.value.isEmpty else { return [] }
        return [
            """
            INSERT INTO document_number (realm, number, case_id)
            VALUES (\(event.realm), \(issued.number.value), \(event.envelope.stream.key))
                ON CONFLICT (realm, number, case_id) DO NOTHING
            """
        ]
    }
}
