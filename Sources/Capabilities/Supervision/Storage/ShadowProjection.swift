package import Database
package import EventLog
import Kernel

/// One row for each thing a rule in the shadow found.
package struct ShadowProjection: Projection {
    package let name = "shadow-findings"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "shadow_finding",
            rows: { realm in
                """
                SELECT position, rule, number, case_number, item_name, agency, agency_name, message, found_at
                  FROM shadow_finding
                 WHERE realm = \(realm)
                 ORDER BY position
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .found(let found)? = event.as(ShadowFindingEvent.self) else { return [] }
        return [
            """
            INSERT INTO shadow_finding
                   (realm, position, rule, number, case_number, item_name, agency, agency_name, message, found_at)
            VALUES (\(event.realm), \(event.position), \(found.breach.rule.rawValue), \(found.number),
                    \(found.caseNumber), \(found.itemName), \(found.agency), \(found.agencyName),
                    \(found.breach.message), \(event.envelope.recordedAt))
            """
        ]
    }
}
