package import Database
package import EventLog
import Kernel

/// The standards, and which published items implement them.
package struct StandardProjection: Projection {
    package let name = "standard_item"
    package let version = 2
    package let tables = [
        ProjectionTable(
            "standard_item",
            rows: { realm in
                """
                SELECT item, version
                  FROM standard_item
                 WHERE realm = \(realm)
                 ORDER BY item
                """
            }
        ),
        ProjectionTable(
            "standard_version",
            rows: { realm in
                """
                SELECT item, number, defined_on
                  FROM standard_version
                 WHERE realm = \(realm)
                 ORDER BY item, number
                """
            }
        ),
        ProjectionTable(
            "item_standard",
            rows: { realm in
                """
                SELECT item, standard, version
                  FROM item_standard
                 WHERE realm = \(realm)
                 ORDER BY item
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let key = event.envelope.stream.key
        if case .defined(let defined)? = event.as(StandardItemEvent.self) {
            return [
                "DELETE FROM standard_item WHERE realm = \(event.realm) AND item = \(key)",
                """
                INSERT INTO standard_item (realm, item, version)
                VALUES (\(event.realm), \(key), \(defined.number.value))
                """,
                """
                INSERT INTO standard_version (realm, item, number, defined_on)
                VALUES (\(event.realm), \(key), \(defined.number.value), \(event.envelope.occurred.at.day))
                """,
            ]
        }
        switch event.as(PowerItemEvent.self) {
        case .published(let published)?: return rows(published.content.value.standard, key, event)
        case .exempted(let exempted)?: return rows(exempted.content.standard, key, event)
        // What is abolished implements nothing any longer.
        case .abolished?: return rows(nil, key, event)
        case .imported?, .drafted?, .submitted?, .returned?, .confirmed?, .agreed?, .lawAnswered?, .lawDecided?, nil:
            return []
        }
    }

    private func rows(_ standard: StandardReference?, _ item: String, _ event: RecordedEvent) -> [SQL] {
        let clearing: SQL = "DELETE FROM item_standard WHERE realm = \(event.realm) AND item = \(item)"
        guard let standard else { return [clearing] }
        return [
            clearing,
            """
            INSERT INTO item_standard (realm, item, standard, version)
            VALUES (\(event.realm), \(item), \(standard.item), \(standard.version))
            """,
        ]
    }
}
