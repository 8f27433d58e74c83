package import Database
package import EventLog
import Kernel

/// The timer queue: one row a case, with the earliest moment at which something watched in it comes due.
package struct TimerProjection: Projection {
    package let name = "supervision timers"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "supervision_timer",
            rows: { realm in "SELECT case_id, at FROM supervision_timer WHERE realm = \(realm) ORDER BY case_id" }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .planned(let plan)? = event.as(FindingEvent.self) else { return [] }
        let caseFile = event.envelope.stream.key
        guard let earliest = plan.points.map(\.at).min() else {
            return ["DELETE FROM supervision_timer WHERE realm = \(event.realm) AND case_id = \(caseFile)"]
        }
        return [
            """
            INSERT INTO supervision_timer (realm, case_id, at)
            VALUES (\(event.realm), \(caseFile), \(earliest))
                ON CONFLICT (realm, case_id) DO UPDATE SET at = excluded.at
            """
        ]
    }
}
