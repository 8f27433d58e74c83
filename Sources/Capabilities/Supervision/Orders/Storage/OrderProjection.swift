package import Database
package import EventLog
import Kernel

/// One row an order, with what lists show and when a timer is to look.
package struct OrderProjection: Projection {
    package let name = "correction orders"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "correction_order",
            rows: { realm in
                """
                SELECT id, position, case_id, finding, case_number, item_name, agency, agency_name, kind, number, status,
                       is_overdue, drafted_on, reply_by, timer_at, complaint
                  FROM correction_order
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(OrderEvent.self) else { return [] }
        switch fact {
        case .drafted(let drafted): return [insert(drafted.terms, event)]
        case .issued(let issued):
            return [change("number = \(issued.number), status = \(CorrectionOrder.Status.issued.rawValue)", event)]
        case .received(let received):
            let status = CorrectionOrder.Status.running.rawValue
            return [change("reply_by = \(received.replyBy), status = \(status)", event)]
        case .replied: return [change("status = \(CorrectionOrder.Status.replied.rawValue)", event)]
        case .answered(let answered):
            guard answered.isUpheld else { return [] }
            return [change("status = \(CorrectionOrder.Status.withdrawn.rawValue)", event)]
        case .ranOut: return [change("is_overdue = 1", event)]
        case .concluded(let concluded): return [change("status = \(concluded.outcome.status.rawValue)", event)]
        case .planned(let planned): return [change("timer_at = \(planned.at)", event)]
        case .objected: return []
        }
    }

    private func change(_ assignment: SQL, _ event: RecordedEvent) -> SQL {
        """
        UPDATE correction_order
           SET \(assignment)
         WHERE realm = \(event.realm)
           AND id = \(event.envelope.stream.key)
        """
    }

    private func insert(_ terms: OrderTerms, _ event: RecordedEvent) -> SQL {
        """
        INSERT INTO correction_order
               (realm, id, position, case_id, finding, case_number, item_name, agency, agency_name, kind, number,
                status, is_overdue, drafted_on, reply_by, timer_at, complaint)
        VALUES (\(event.realm), \(event.envelope.stream.key), \(event.position), \(terms.matter.text),
                \(terms.finding), \(terms.caseNumber), \(terms.itemName), \(terms.agency), \(terms.agencyName),
                \(terms.kind.rawValue), NULL, 'draft', 0, \(event.envelope.recordedAt.day), NULL, NULL,
                \((terms.complaint?.text).sqlValue))
        """
    }
}
