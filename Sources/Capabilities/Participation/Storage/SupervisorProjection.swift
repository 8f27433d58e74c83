import Database
import EventLog
import Kernel

/// One row a public supervisor and one an opinion; words are read from the events.
struct SupervisorProjection: Projection {
    let name = "public supervisors"
    let version = 1
    let tables = [
        ProjectionTable(
            "public_supervisor",
            rows: { realm in
                """
                SELECT id, number, query_digest, kind, kind_name, name, unit, division, from_on, through_on, sampled
                  FROM public_supervisor
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "opinion",
            rows: { realm in
                """
                SELECT id, number, supervisor, agency, division, item_code, given_on, answer_by, answer_position
                  FROM opinion
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        if let fact = event.as(PublicSupervisorEvent.self) { return [supervisor(fact, id, realm)] }
        switch event.as(OpinionEvent.self) {
        case .given(let given)?:
            let subject = given.subject
            return [
                """
                INSERT INTO opinion (realm, id, number, supervisor, agency, division, item_code, given_on, answer_by,
                                     answer_position)
                VALUES (\(realm), \(id), \(given.number), \(given.supervisor), \(subject.agency), \(subject.division),
                        \((subject.item?.code).sqlValue), \(given.on), \(given.answer.day), NULL)
                """
            ]
        case .answered?:
            return [
                """
                UPDATE opinion
                   SET answer_position = \(event.position)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case nil: return []
        }
    }

    private func supervisor(_ fact: PublicSupervisorEvent, _ id: String, _ realm: Realm) -> SQL {
        switch fact {
        case .appointed(let fact):
            """
            INSERT INTO public_supervisor
                   (realm, id, number, query_digest, kind, kind_name, name, unit, division, from_on, through_on, sampled)
            VALUES (\(realm), \(id), \(fact.number), \(fact.queryDigest), \(fact.kind.value.code),
                    \(fact.kind.value.chinese), \(fact.name.value), \(fact.unit.value), \(fact.division.value),
                    \(fact.from), \(fact.through), 0)
            """
        case .ended(let fact):
            """
            UPDATE public_supervisor
               SET through_on = \(fact.on)
             WHERE realm = \(realm)
               AND id = \(id)
            """
        case .sampleDrawn(let fact):
            """
            UPDATE public_supervisor
               SET sampled = sampled + \(fact.draw.drawn.count)
             WHERE realm = \(realm)
               AND id = \(id)
            """
        }
    }
}
