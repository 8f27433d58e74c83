import Database
import EventLog
import Kernel

/// One row a letter; what was written is read from the events.
struct LetterProjection: Projection {
    let name = "letters"
    let version = 2
    let tables = [
        ProjectionTable(
            "letter",
            rows: { realm in
                """
                SELECT id, number, query_digest, kind, agency, item_code, stage, filed_on, due_on, reply_by,
                       is_satisfied, is_public, outcome, publish_by, exemption
                  FROM letter
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(LetterEvent.self) else { return [] }
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch fact {
        case .filed(let filed):
            let (kind, subject, clock) = (filed.kind.value, filed.subject, filed.clock)
            return [
                """
                INSERT INTO letter
                       (realm, id, number, query_digest, kind, agency, item_code, stage, filed_on, due_on, reply_by,
                        is_satisfied, is_public)
                VALUES (\(realm), \(id), \(filed.number), \(filed.queryDigest), \(kind.rawValue), \(subject.agency),
                        \((subject.item?.code).sqlValue), \(clock.firstStage.rawValue), \(filed.filedOn),
                        \(clock.firstDue), \(clock.reply.day), NULL, FALSE)
                """
            ]
        case .accepted:
            return [
                """
                UPDATE letter
                   SET stage = 'handling', due_on = reply_by
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .declined: return [stage(.declined, of: id, in: realm)]
        case .transferred(let transferred):
            let clock = transferred.clock
            return [
                """
                UPDATE letter
                   SET agency = \(transferred.to.agency), stage = \(clock.firstStage.rawValue),
                       due_on = \(clock.firstDue), reply_by = \(clock.reply.day)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .concluded(let concluded):
            return [
                """
                UPDATE letter
                   SET outcome = \(concluded.outcome.rawValue), publish_by = \(concluded.publication.day),
                       exemption = NULL
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .replied: return [stage(.replied, of: id, in: realm)]
        case .judged(let judged):
            return [
                """
                UPDATE letter
                   SET is_satisfied = \(judged.isSatisfied)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .reopened(let reopened):
            return [
                """
                UPDATE letter
                   SET stage = 'handling', is_satisfied = NULL, due_on = \(reopened.clock.reply.day),
                       reply_by = \(reopened.clock.reply.day), publish_by = NULL
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .published:
            return [
                """
                UPDATE letter
                   SET is_public = TRUE, publish_by = NULL
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .exemptionProposed: return []
        case .exemptionDecided(let decided):
            guard decided.isApproved, let ground = decided.ground.value else { return [] }
            return [
                """
                UPDATE letter
                   SET publish_by = NULL, exemption = \(ground.rawValue)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .unpublished:
            return ["UPDATE letter SET is_public = FALSE WHERE realm = \(realm) AND id = \(id)"]
        }
    }

    private func stage(_ stage: Letter.Stage.Name, of id: String, in realm: Realm) -> SQL {
        """
        UPDATE letter
           SET stage = \(stage.rawValue), due_on = NULL
         WHERE realm = \(realm)
           AND id = \(id)
        """
    }
}

extension LetterClock {
    /// Where a letter stands when this clock begins.
    fileprivate var firstStage: Letter.Stage.Name { acceptance == nil ? .handling : .waiting }
    fileprivate var firstDue: Day { acceptance?.day ?? reply.day }
}
