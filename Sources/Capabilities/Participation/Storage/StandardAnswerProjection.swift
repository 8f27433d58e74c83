import Database
import EventLog
import Kernel

/// One row a standard answer; once it is public its words are there for searching, and the day it was published.
struct StandardAnswerProjection: Projection {
    let name = "standard answers"
    let version = 1
    let tables = [
        ProjectionTable(
            "standard_answer",
            rows: { realm in
                """
                SELECT id, agency, item_code, status, changed_on, question, words
                  FROM standard_answer
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch event.as(StandardAnswerEvent.self) {
        case .drafted(let drafted)?:
            let subject = drafted.subject
            return [
                // What is public stays so while its next words are drafted.
                """
                DELETE FROM standard_answer
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND words IS NULL
                """,
                """
                INSERT INTO standard_answer (realm, id, agency, item_code, status, changed_on, question, words)
                VALUES (\(realm), \(id), \(subject.agency), \((subject.item?.code).sqlValue),
                        \(StandardAnswer.Status.drafted.rawValue), \(drafted.on), NULL, NULL)
                    ON CONFLICT (realm, id) DO NOTHING
                """,
            ]
        case .published(let published)?:
            let record = published.record.value
            return [
                """
                UPDATE standard_answer
                   SET status = \(StandardAnswer.Status.published.rawValue), changed_on = \(record.publishedOn),
                       question = \(record.question), words = \(record.searched)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .withdrawn(let withdrawn)?:
            return [
                """
                UPDATE standard_answer
                   SET status = \(StandardAnswer.Status.withdrawn.rawValue), changed_on = \(withdrawn.on),
                       question = NULL, words = NULL
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case nil: return []
        }
    }
}
