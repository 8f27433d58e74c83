package import Database
package import EventLog
import Kernel

/// Where each list stands, a row a list: what pages list without opening the lists.
package struct OfficialListProjection: Projection {
    package let name = "official-list"
    package let version = 2
    package let tables = [
        ProjectionTable(
            "official_list",
            rows: { realm in
                """
                SELECT id, kind, owner, stage, version, in_force_from, published_on, filed_on, filing, filing_since,
                       receipt, row_count, position
                  FROM official_list
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let id = event.envelope.stream.key
        switch event.as(OfficialListEvent.self) {
        case .drafted(let drafted)?:
            return [
                """
                INSERT INTO official_list (realm, id, kind, owner, stage, version, row_count, position)
                VALUES (\(event.realm), \(id), \(drafted.kind), \(drafted.owner), 'drafted', 0, 0, \(event.position))
                ON CONFLICT (realm, id) DO UPDATE SET stage = 'drafted', position = \(event.position)
                """
            ]
        case .submitted?: return [stage("submitted", event)]
        case .returned?: return [stage("drafted", event)]
        case .published(let published)?:
            return [
                """
                UPDATE official_list
                   SET stage = NULL, version = \(published.number.value),
                       in_force_from = \(published.inForceFrom.value),
                       published_on = \(event.envelope.occurred.at.day), filed_on = NULL, filing = NULL,
                       filing_since = NULL, receipt = NULL, row_count = \(published.rows.value.count), position = \(event.position)
                 WHERE realm = \(event.realm)
                   AND id = \(id)
                """
            ]
        case .handedIn(let handedIn)?: return [filing(.handedIn, of: handedIn.number, event)]
        case .filingReturned(let returned)?: return [filing(.returned, of: returned.number, event)]
        case .filed(let filed)?: return [filing(.received, of: filed.number, under: filed.receipt, event)]
        case nil: return []
        }
    }

    /// Of the newest version alone: what was published since is filed anew.
    private func filing(
        _ stage: Filing.Stage,
        of number: Int,
        under receipt: String? = nil,
        _ event: RecordedEvent
    ) -> SQL {
        let day = event.envelope.occurred.at.day
        return """
            UPDATE official_list
               SET filing = \(stage.rawValue), filing_since = \(day), receipt = \(receipt.sqlValue),
                   filed_on = \((receipt.map { _ in day }).sqlValue), position = \(event.position)
             WHERE realm = \(event.realm)
               AND id = \(event.envelope.stream.key)
               AND version = \(number)
            """
    }

    private func stage(_ stage: String, _ event: RecordedEvent) -> SQL {
        """
        UPDATE official_list
           SET stage = \(stage), position = \(event.position)
         WHERE realm = \(event.realm)
           AND id = \(event.envelope.stream.key)
        """
    }
}
