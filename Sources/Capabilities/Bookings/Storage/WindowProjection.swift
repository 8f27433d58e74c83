import Database
import EventLog
import Kernel

/// Which windows there are, what they serve, and what is closed.
struct WindowProjection: Projection {
    let name = "service windows"
    let version = 1
    let tables = [
        ProjectionTable(
            "service_window",
            rows: { realm in
                "SELECT id, agency, is_taking FROM service_window WHERE realm = \(realm) ORDER BY id"
            }
        ),
        ProjectionTable(
            "window_item",
            rows: { realm in
                "SELECT item_code, window_id FROM window_item WHERE realm = \(realm) ORDER BY item_code, window_id"
            }
        ),
        ProjectionTable(
            "window_closure",
            rows: { realm in
                """
                SELECT window_id, on_day, from_minute, to_minute, reason
                  FROM window_closure
                 WHERE realm = \(realm)
                 ORDER BY window_id, on_day, from_minute, to_minute
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        if case .set(let set)? = event.as(ServiceWindowEvent.self) { return rows(of: set, event) }
        switch event.as(WindowDayEvent.self) {
        case .closed(let closed)?:
            let closure = closed.closure.value
            return [
                """
                INSERT INTO window_closure (realm, window_id, on_day, from_minute, to_minute, reason)
                VALUES (\(realm), \(closed.window), \(closed.day), \(closure.span.from), \(closure.span.to),
                        \(closure.reason))
                """
            ]
        case .reopened(let reopened)?:
            return [
                """
                DELETE FROM window_closure
                 WHERE realm = \(realm)
                   AND window_id = \(reopened.window)
                   AND on_day = \(reopened.day)
                """
            ]
        case .taken?, .givenUp?, nil: return []
        }
    }

    private func rows(of set: ServiceWindowSet, _ event: RecordedEvent) -> [SQL] {
        let (realm, id, setting) = (event.realm, event.envelope.stream.key, set.setting.value)
        let own: [SQL] = [
            """
            INSERT INTO service_window (realm, id, agency, is_taking)
            VALUES (\(realm), \(id), \(set.agency.value), \(setting.isTaking))
                ON CONFLICT (realm, id)
                DO UPDATE SET is_taking = excluded.is_taking
            """,
            "DELETE FROM window_item WHERE realm = \(realm) AND window_id = \(id)",
        ]
        return own
            + Set(setting.items).sorted().map { code in
                "INSERT INTO window_item (realm, item_code, window_id) VALUES (\(realm), \(code), \(id))"
            }
    }
}
