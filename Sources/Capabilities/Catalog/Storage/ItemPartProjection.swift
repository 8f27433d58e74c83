package import Database
package import EventLog
import Kernel

/// Into which items others are split (分设), a row a part, drafted or in force.
package struct ItemPartProjection: Projection {
    package let name = "item_part"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "item_part",
            rows: { realm in
                """
                SELECT former, item, in_force_from
                  FROM item_part
                 WHERE realm = \(realm)
                 ORDER BY former, item
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(PowerItemEvent.self) {
        // A draft written over keeps its adjustment where it names none.
        case .drafted(let drafted)?: drafted.adjustment.map { parts($0, event) } ?? []
        case .published(let published)?: [enter(published.inForceFrom.value, event)]
        case .exempted(let exempted)?: [enter(exempted.inForceFrom, event)]
        case .abolished?: [clearing(event)]
        case .imported?, .submitted?, .returned?, .confirmed?, .agreed?, .lawAnswered?, .lawDecided?, nil: []
        }
    }

    private func parts(_ adjustment: ItemAdjustment, _ event: RecordedEvent) -> [SQL] {
        guard adjustment.kind == .split else { return [clearing(event)] }
        return [clearing(event)]
            + Set(adjustment.related).sorted().map { former in
                """
                INSERT INTO item_part (realm, former, item)
                VALUES (\(event.realm), \(former), \(event.envelope.stream.key))
                ON CONFLICT (realm, former, item) DO UPDATE SET in_force_from = NULL
                """
            }
    }

    /// What was drafted and is not in force is no part any more.
    private func clearing(_ event: RecordedEvent) -> SQL {
        """
        DELETE FROM item_part
         WHERE realm = \(event.realm)
           AND item = \(event.envelope.stream.key)
           AND in_force_from IS NULL
        """
    }

    private func enter(_ day: Day, _ event: RecordedEvent) -> SQL {
        """
        UPDATE item_part
           SET in_force_from = \(day)
         WHERE realm = \(event.realm)
           AND item = \(event.envelope.stream.key)
           AND in_force_from IS NULL
        """
    }
}
