package import Database
package import EventLog
import Kernel

/// One row a finding, with what walls and lists show.
package struct FindingProjection: Projection {
    package let name = "findings"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "finding",
            rows: { realm in
                """
                SELECT case_id, number, position, rule, dimension, level, subject, occurrence, status, is_open,
                       case_number, item_code, item_name, agency, agency_name, message, article, days, since,
                       raised_at, raised_on, explain_by
                  FROM finding
                 WHERE realm = \(realm)
                 ORDER BY case_id, number
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(FindingEvent.self) else { return [] }
        switch fact {
        case .raised(let raised): return [insert(raised, event)]
        case .released(let released): return [stand(.released, released.number, event)]
        case .lapsed(let lapsed): return [stand(.lapsed, lapsed.number, event)]
        case .explained(let explained): return [stand(.explained, explained.number, event)]
        case .accepted(let accepted): return [stand(.accepted, accepted.number, event)]
        case .withdrawn(let withdrawn): return [stand(.withdrawn, withdrawn.number, event)]
        case .planned, .failed, .recovered: return []
        }
    }

    private func insert(_ raised: FindingRaised, _ event: RecordedEvent) -> SQL {
        let (breach, envelope) = (raised.breach, event.envelope)
        return SQL(
            """
            INSERT INTO finding
                   (realm, case_id, number, position, rule, dimension, level, subject, occurrence, status, is_open,
                    case_number, item_code, item_name, agency, agency_name, message, article, days, since,
                    raised_at, raised_on, explain_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                event.realm.sqlValue, .text(envelope.stream.key), raised.number.sqlValue,
                .integer(envelope.position), .text(breach.rule.rawValue), .text(breach.dimension.rawValue),
                breach.level.rank.sqlValue, .text(breach.subject.text), breach.occurrence.sqlValue,
                .text(raised.caseNumber), .text(raised.item), .text(raised.itemName), .text(raised.agency),
                .text(raised.agencyName), .text(breach.message), .text(breach.article), breach.days.sqlValue,
                breach.since.sqlValue, envelope.recordedAt.sqlValue, envelope.recordedAt.day.sqlValue,
                raised.explainBy.sqlValue,
            ]
        )
    }

    private func stand(_ status: Finding.Status.Name, _ number: Int, _ event: RecordedEvent) -> SQL {
        """
        UPDATE finding
           SET status = \(status.rawValue), is_open = \(status.isOpen)
         WHERE realm = \(event.realm)
           AND case_id = \(event.envelope.stream.key)
           AND number = \(number)
        """
    }
}
