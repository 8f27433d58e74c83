import Casework
package import Database
package import EventLog
import Kernel

/// One row a decision that is or should be public; what is shown is read from the event at `position`.
package struct PublicationProjection: Projection {
    package let name = "publications"
    package let version = 5
    package let tables = [
        ProjectionTable(
            "publication",
            rows: { realm in
                """
                SELECT case_id, status, document_number, item_code, agency, decided_on, publish_by, published_on,
                       standing, review_by, shown_through, performance, performed_on, cancelled_on, cancelled_for,
                       exempt_for, category, party_name, party_code, position
                  FROM publication
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        ),
        ProjectionTable(
            "published_name",
            rows: { realm in
                """
                SELECT pair, kind, key, name
                  FROM published_name
                 WHERE realm = \(realm)
                 ORDER BY pair, kind, key, name
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        if case .cancelled(let cancelled)? = event.as(CaseFileEvent.self) {
            return [PublicationProjection.cancel(cancelled, event)]
        }
        guard let fact = event.as(PublicationEvent.self) else { return [] }
        let realm = event.realm
        let caseFile = event.envelope.stream.key
        switch fact {
        case .awaited(let awaited):
            return [
                """
                INSERT INTO publication
                       (realm, case_id, status, document_number, item_code, agency, decided_on, publish_by, position,
                        standing)
                VALUES (\(realm), \(caseFile), 'awaited', \(awaited.documentNumber), \(awaited.item),
                        \(awaited.agency), \(awaited.decidedOn), \(awaited.publishBy), \(event.position), 'awaited')
                """
            ]
        case .published(let published):
            return [PublicationProjection.insert(published, event)]
                + PublishedName.statements(for: published.record.value, in: realm)
        case .corrected(let corrected):
            let record = corrected.record.value
            return [
                """
                UPDATE publication
                   SET position = \(event.position), party_name = \(record.party.soughtName),
                       party_code = \(record.party.soughtCode)
                 WHERE realm = \(realm)
                   AND case_id = \(caseFile)
                """
            ] + PublishedName.statements(for: record, in: realm)
        case .withdrawn: return [PublicationProjection.end(.withdrawn, event)]
        case .ended: return [PublicationProjection.end(.ended, event)]
        case .proposed(let proposed):
            return [PublicationProjection.stand(.proposed, reviewBy: proposed.reviewBy, event)]
        case .exemptionProposed: return [PublicationProjection.stand(.exemptionAsked, reviewBy: nil, event)]
        case .reviewed(let reviewed):
            return [PublicationProjection.stand(reviewed.isApproved ? .approved : .returned, reviewBy: nil, event)]
        case .exemptionDecided(let decided):
            return [
                decided.isApproved
                    ? PublicationProjection.end(.exempt, for: decided.ground.value, event)
                    : PublicationProjection.stand(.awaited, reviewBy: nil, event)
            ]
        case .performed(let performed):
            return [
                """
                UPDATE publication
                   SET performance = \(performed.state.value.rawValue), performed_on = \(performed.on.value)
                 WHERE realm = \(realm)
                   AND case_id = \(caseFile)
                """
            ]
        }
    }

    /// Read from the case itself, so that it also holds for permits struck off before anybody showed it here.
    private static func cancel(_ cancelled: PermitCancelled, _ event: RecordedEvent) -> SQL {
        """
        UPDATE publication
           SET cancelled_on = \(cancelled.cancelledOn.value), cancelled_for = \(cancelled.ground.value.rawValue)
         WHERE realm = \(event.realm)
           AND case_id = \(event.envelope.stream.key)
        """
    }

    private static func insert(_ published: DecisionPublished, _ event: RecordedEvent) -> SQL {
        let record = published.record.value
        return """
            INSERT INTO publication
                   (realm, case_id, status, document_number, item_code, agency, decided_on, published_on, position,
                    standing, shown_through, category, party_name, party_code)
            VALUES (\(event.realm), \(event.envelope.stream.key), 'published', \(record.documentNumber),
                    \(record.item), \(record.agency), \(record.decidedOn), \(event.envelope.recordedAt.day),
                    \(event.position), 'published', \(published.shownThrough), \(record.category ?? "01"),
                    \(record.party.soughtName), \(record.party.soughtCode))
                ON CONFLICT (realm, case_id) DO UPDATE
               SET status = excluded.status, published_on = excluded.published_on, position = excluded.position,
                   standing = excluded.standing, review_by = NULL, shown_through = excluded.shown_through,
                   category = excluded.category, party_name = excluded.party_name, party_code = excluded.party_code
            """
    }

    /// No longer or never public.
    private static func end(
        _ standing: PublicationStanding,
        for ground: ExemptionGround? = nil,
        _ event: RecordedEvent
    ) -> SQL {
        """
        UPDATE publication
           SET status = 'withdrawn', standing = \(standing.rawValue), review_by = NULL, position = \(event.position),
               exempt_for = \(ground?.rawValue)
         WHERE realm = \(event.realm)
           AND case_id = \(event.envelope.stream.key)
        """
    }

    /// The position stays that of what is or was shown.
    private static func stand(_ standing: PublicationStanding, reviewBy: Day?, _ event: RecordedEvent) -> SQL {
        """
        UPDATE publication
           SET standing = \(standing.rawValue), review_by = \(reviewBy)
         WHERE realm = \(event.realm)
           AND case_id = \(event.envelope.stream.key)
        """
    }
}
