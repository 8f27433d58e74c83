package import Database
package import EventLog
import Kernel

/// One row for each message that is not acknowledged yet, in the order of sending.
package struct OutboxProjection: Projection {
    package let name = "outbox"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "outbox",
            rows: { realm in "SELECT id, sent_position FROM outbox WHERE realm = \(realm) ORDER BY id" }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(MessageEvent.self) {
        case .sent(let sent)?:
            [
                """
                INSERT INTO outbox (realm, id, sent_position)
                VALUES (\(event.realm), \(sent.message.id), \(event.position))
                """
            ]
        case .acknowledged?:
            ["DELETE FROM outbox WHERE realm = \(event.realm) AND id = \(event.envelope.stream.key)"]
        case .received?, nil: []
        }
    }
}

/// What the composition root registers.
package enum ExchangeModule {
    package static let families: [any EventFamily.Type] = [MessageEvent.self]
    package static let projections: [any Projection] = [OutboxProjection()]
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_22_120_CreateOutbox",
            [
                """
                CREATE TABLE outbox (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    sent_position BIGINT NOT NULL,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX outbox_by_position ON outbox (realm, sent_position)",
            ]
        ),
        createAlerts,
    ]
}
