import Database
import EventLog

/// The lists of posts and of who held them when.
struct PostProjection: Projection {
    let name = "posts"
    let version = 1
    let tables = [
        ProjectionTable(
            "post",
            rows: { realm in
                """
                SELECT id, agency, office, name, responsibility, created_on, abolished_on
                  FROM post
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "post_term",
            rows: { realm in
                """
                SELECT post, officer, begins_on, relieved_on
                  FROM post_term
                 WHERE realm = \(realm)
                 ORDER BY post, officer, begins_on
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        let id = event.envelope.stream.key
        switch event.as(PostEvent.self) {
        case .created(let created)?:
            return [
                """
                INSERT INTO post (realm, id, agency, office, name, responsibility, created_on)
                VALUES (\(realm), \(id), \(created.agency.value), \(created.office.value.sqlValue), \(created.name.value),
                        \(created.responsibility.value.rawValue), \(created.from.value))
                """
            ]
        case .officerAppointed(let appointed)?:
            return [
                """
                INSERT INTO post_term (realm, post, officer, begins_on)
                VALUES (\(realm), \(id), \(appointed.officer.value), \(appointed.from.value))
                """
            ]
        case .officerRelieved(let relieved)?:
            return [
                """
                UPDATE post_term
                   SET relieved_on = \(relieved.from.value)
                 WHERE realm = \(realm)
                   AND post = \(id)
                   AND officer = \(relieved.officer.value)
                   AND begins_on <= \(relieved.from.value)
                   AND relieved_on IS NULL
                """
            ]
        case .abolished(let abolished)?:
            return ["UPDATE post SET abolished_on = \(abolished.from.value) WHERE realm = \(realm) AND id = \(id)"]
        case nil: return []
        }
    }
}
