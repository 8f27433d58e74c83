package import Database
package import EventLog
import Kernel
import Law

/// Which statutes each item rests on, in its newest version.
package struct ItemBasisProjection: Projection {
    package let name = "item_basis"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "item_basis",
            rows: { realm in
                """
                SELECT item, ordinal, statute, citation
                  FROM item_basis
                 WHERE realm = \(realm)
                 ORDER BY item, ordinal
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(PowerItemEvent.self) {
        case .published(let published)?: rows(published.content.value.bases, event)
        case .exempted(let exempted)?: rows(exempted.content.bases, event)
        case .imported?, .drafted?, .submitted?, .returned?, .confirmed?, .agreed?, .abolished?, .lawAnswered?,
            .lawDecided?, nil:
            []
        }
    }

    private func rows(_ bases: [LegalBasis], _ event: RecordedEvent) -> [SQL] {
        let item = event.envelope.stream.key
        let clearing: SQL = "DELETE FROM item_basis WHERE realm = \(event.realm) AND item = \(item)"
        return [clearing]
            + bases.enumerated().map { ordinal, basis -> SQL in
                """
                INSERT INTO item_basis (realm, item, ordinal, statute, citation)
                VALUES (\(event.realm), \(item), \(ordinal), \(basis.statute), \(basis.short))
                """
            }
    }
}
