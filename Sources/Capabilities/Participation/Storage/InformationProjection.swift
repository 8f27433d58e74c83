import Database
import EventLog
import Kernel

/// One row a request; what was written is read from the events.
struct InformationProjection: Projection {
    let name = "information requests"
    let version = 1
    let tables = [
        ProjectionTable(
            "information_request",
            rows: { realm in
                """
                SELECT id, number, query_digest, agency, division, applicant, stage, filed_on, due_on, ended_on,
                       outcome, ground, late_on
                  FROM information_request
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(InformationEvent.self) else { return [] }
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch fact {
        case .requested(let fact):
            return [
                """
                INSERT INTO information_request
                       (realm, id, number, query_digest, agency, division, applicant, stage, filed_on, due_on,
                        ended_on, outcome, ground, late_on)
                VALUES (\(realm), \(id), \(fact.number), \(fact.queryDigest), \(fact.agency), \(fact.division),
                        \(fact.applicant.value.rawValue), 'handling', \(fact.filedOn), \(fact.due),
                        NULL, NULL, NULL, NULL)
                """
            ]
        case .correctionAsked: return [stands(.correcting, due: nil, id, realm)]
        case .corrected(let fact): return [stands(.handling, due: fact.due, id, realm)]
        case .consultationBegan(let fact): return [stands(.handling, due: fact.due, id, realm)]
        case .consultationEnded(let fact): return [stands(.handling, due: fact.due, id, realm)]
        case .extensionProposed: return []
        case .extended(let fact): return [stands(.handling, due: fact.due, id, realm)]
        case .replied(let fact):
            return [
                """
                UPDATE information_request
                   SET stage = 'replied', due_on = NULL, ended_on = \(fact.on),
                       outcome = \(fact.kind.value.rawValue), ground = \((fact.ground.value?.rawValue).sqlValue)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .ended(let fact):
            let stage: InformationRequest.Stage = fact.isWithdrawn ? .withdrawn : .abandoned
            return [
                """
                UPDATE information_request
                   SET stage = \(stage.rawValue), due_on = NULL, ended_on = \(fact.on)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .foundLate(let fact):
            return ["UPDATE information_request SET late_on = \(fact.due) WHERE realm = \(realm) AND id = \(id)"]
        }
    }

    private func stands(_ stage: InformationRequest.Stage, due: Day?, _ id: String, _ realm: Realm) -> SQL {
        """
        UPDATE information_request
           SET stage = \(stage.rawValue), due_on = \(due.sqlValue)
         WHERE realm = \(realm)
           AND id = \(id)
        """
    }
}
