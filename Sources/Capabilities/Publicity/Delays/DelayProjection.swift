import Database
import EventLog

/// One row a late case whose agency has said why; the words are read from the event at `position`.
struct DelayProjection: Projection {
    let name = "delays"
    let version = 1
    let tables = [
        ProjectionTable(
            "delay",
            rows: { realm in
                """
                SELECT case_id, agency, item_code, promised_due, position
                  FROM delay
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .explained(let given)? = event.as(DelayEvent.self) else { return [] }
        return [
            """
            INSERT INTO delay (realm, case_id, agency, item_code, promised_due, position)
            VALUES (\(event.realm), \(event.envelope.stream.key), \(given.agency), \(given.item),
                    \(given.promisedDue), \(event.position))
                ON CONFLICT (realm, case_id) DO UPDATE
               SET position = excluded.position, promised_due = excluded.promised_due
            """
        ]
    }
}

enum DelaySchema {
    static let migration = Migration(
        "2026_11_28_091_CreateDelay",
        [
            """
            CREATE TABLE delay (
                realm BIGINT NOT NULL,
                case_id TEXT NOT NULL,
                agency TEXT NOT NULL,
                item_code TEXT NOT NULL,
                promised_due TEXT NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, case_id)
            )
            """
        ]
    )
}
