package import Database
package import EventLog
import Kernel

/// Every code an item has ever had and whose it is, those of abolished items and of former versions included.
package struct ItemCodeProjection: Projection {
    package let name = "item_code"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "item_code",
            rows: { realm in
                """
                SELECT code, item
                  FROM item_code
                 WHERE realm = \(realm)
                 ORDER BY code
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(PowerItemEvent.self) {
        case .imported(let imported)?: [row(imported.listing.value.content.code, event)]
        case .confirmed(let confirmed)?: confirmed.code.map { [row($0, event)] } ?? []
        case .published(let published)?: [row(published.content.value.code, event)]
        case .exempted(let exempted)?: [row(exempted.content.code, event)]
        case .drafted?, .submitted?, .returned?, .agreed?, .abolished?, .lawAnswered?, .lawDecided?, nil: []
        }
    }

    /// Whoever had a code first keeps it.
    private func row(_ code: String, _ event: RecordedEvent) -> SQL {
        """
        INSERT INTO item_code (realm, code, item)
        SELECT \(event.realm), \(code), \(event.envelope.stream.key)
         WHERE NOT EXISTS (SELECT 1 FROM item_code WHERE realm = \(event.realm) AND code = \(code))
        """
    }
}
