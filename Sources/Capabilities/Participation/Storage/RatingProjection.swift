import Database
import EventLog
import Kernel

/// One row a rated case, with its grade; words are read from the events.
struct RatingProjection: Projection {
    let name = "ratings"
    let version = 1
    let tables = [
        ProjectionTable(
            "rating",
            rows: { realm in
                """
                SELECT case_id, item_code, agency, grade, answer_by, answer_position
                  FROM rating
                 WHERE realm = \(realm)
                 ORDER BY case_id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch event.as(RatingEvent.self) {
        case .given(let given)?:
            return [
                """
                INSERT INTO rating (realm, case_id, item_code, agency, grade, answer_by, answer_position)
                VALUES (\(realm), \(id), \(given.item.value.code), \(given.agency), \(given.grade.value),
                        \((given.answer?.day).sqlValue), NULL)
                """
            ]
        case .answered?:
            return [
                """
                UPDATE rating
                   SET answer_position = \(event.position)
                 WHERE realm = \(realm)
                   AND case_id = \(id)
                """
            ]
        case .calledBack?, nil: return []
        }
    }
}
