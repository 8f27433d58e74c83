import CanonicalJSON
import Database
import EventLog
import Kernel

/// The lists of posts and of who held them when.
struct PostProjection: Projection {
    let name = "posts"
    let version = 2
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
        ProjectionTable(
            "post_charter",
            rows: { realm in
                """
                SELECT post, begins_on, longest_stay_months, charter
                  FROM post_charter
                 WHERE realm = \(realm)
                 ORDER BY post, begins_on
                """
            }
        ),
        ProjectionTable(
            "post_delegation",
            rows: { realm in
                """
                SELECT post, absent, begins_on, officer, ends_on, reason
                  FROM post_delegation
                 WHERE realm = \(realm)
                 ORDER BY post, absent, begins_on
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
                    ON CONFLICT (realm, post, officer, begins_on)
                    DO UPDATE SET relieved_on = NULL
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
        case .charterSet(let set)?:
            let charter = set.charter.value
            let text = String(decoding: try CanonicalEncoder().encode(charter), as: UTF8.self)
            return [
                """
                INSERT INTO post_charter (realm, post, begins_on, longest_stay_months, charter)
                VALUES (\(realm), \(id), \(set.from.value), \(charter.longestStayMonths.sqlValue), \(text))
                    ON CONFLICT (realm, post, begins_on)
                    DO UPDATE SET longest_stay_months = excluded.longest_stay_months, charter = excluded.charter
                """
            ]
        case .delegated(let delegated)?:
            let given = delegated.delegation
            return [
                """
                INSERT INTO post_delegation (realm, post, absent, begins_on, officer, ends_on, reason)
                VALUES (\(realm), \(id), \(given.from), \(given.begins), \(given.to), \(given.ends), \(given.reason))
                    ON CONFLICT (realm, post, absent, begins_on)
                    DO UPDATE SET officer = excluded.officer, ends_on = excluded.ends_on, reason = excluded.reason
                """
            ]
        case .delegationEnded(let ended)?:
            return [
                """
                UPDATE post_delegation
                   SET ends_on = \(ended.from - 1)
                 WHERE realm = \(realm)
                   AND post = \(id)
                   AND officer = \(ended.to)
                   AND ends_on >= \(ended.from)
                """
            ]
        case .abolished(let abolished)?:
            return ["UPDATE post SET abolished_on = \(abolished.from.value) WHERE realm = \(realm) AND id = \(id)"]
        case .reinstated?: return ["UPDATE post SET abolished_on = NULL WHERE realm = \(realm) AND id = \(id)"]
        case nil: return []
        }
    }
}
