package import Database
package import EventLog
import Kernel

/// The repealed statutes as rows.
package struct StatuteRepealProjection: Projection {
    package let name = "statute_repeal"
    package let version = 2
    package let tables = [
        ProjectionTable(
            "statute_repeal",
            rows: { realm in
                """
                SELECT statute, repealed_from, ground, recorded_on, position
                  FROM statute_repeal
                 WHERE realm = \(realm)
                 ORDER BY statute
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .repealed(let repealed)? = event.as(StatuteEvent.self) else { return [] }
        return [
            """
            INSERT INTO statute_repeal (realm, statute, repealed_from, ground, recorded_on, position)
            VALUES (\(event.realm), \(event.envelope.stream.key), \(repealed.from.value), \(repealed.ground.value),
                    \(event.envelope.occurred.at.day), \(event.position))
            """
        ]
    }
}
