import Database
import EventLog

/// The lists of agencies and their offices.
struct AgencyProjection: Projection {
    let name = "agencies"
    let version = 1
    let tables = [
        ProjectionTable(
            "agency",
            rows: { realm in
                """
                SELECT id, code, name, short_name, division, kind, phone, address, complaint_line, registered_on, closed_on
                  FROM agency
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "office",
            rows: { realm in
                "SELECT id, agency, name, opened_on, closed_on FROM office WHERE realm = \(realm) ORDER BY id"
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        let id = event.envelope.stream.key
        switch event.as(AgencyEvent.self) {
        case .registered(let registered)?:
            let profile = registered.profile.value
            return [
                """
                INSERT INTO agency
                       (realm, id, code, name, short_name, division, kind, phone, address, complaint_line, registered_on)
                VALUES (\(realm), \(id), \(profile.code), \(profile.name), \(profile.shortName), \(profile.division),
                        \(profile.kind.rawValue), \(profile.phone.sqlValue), \(profile.address.sqlValue), \(profile.complaintLine.sqlValue),
                        \(registered.from.value))
                """
            ]
        case .profileChanged(let changed)?:
            let profile = changed.profile.value
            return [
                """
                UPDATE agency
                   SET code = \(profile.code), name = \(profile.name), short_name = \(profile.shortName),
                       division = \(profile.division), kind = \(profile.kind.rawValue), phone = \(profile.phone.sqlValue),
                       address = \(profile.address.sqlValue), complaint_line = \(profile.complaintLine.sqlValue)
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .officeOpened(let opened)?:
            return [
                """
                INSERT INTO office (realm, id, agency, name, opened_on)
                VALUES (\(realm), \(opened.office.value), \(id), \(opened.name.value), \(opened.from.value))
                """
            ]
        case .closed(let closed)?:
            return ["UPDATE agency SET closed_on = \(closed.from.value) WHERE realm = \(realm) AND id = \(id)"]
        case nil: return []
        }
    }
}
