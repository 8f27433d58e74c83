import CanonicalJSON
import Database
import EventLog
import Kernel

/// The lists of agencies and their offices.
struct AgencyProjection: Projection {
    let name = "agencies"
    let version = 2
    let tables = [
        ProjectionTable(
            "agency",
            rows: { realm in
                """
                SELECT id, code, name, short_name, division, kind, phone, address, complaint_line, registered_on, closed_on,
                       subject, announced_on
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
        ProjectionTable(
            "agency_management",
            rows: { realm in
                """
                SELECT agency, begins_on, mode, superior
                  FROM agency_management
                 WHERE realm = \(realm)
                 ORDER BY agency, begins_on
                """
            }
        ),
        ProjectionTable(
            "agency_succession",
            rows: { realm in
                """
                SELECT agency, position, successor, begins_on
                  FROM agency_succession
                 WHERE realm = \(realm)
                 ORDER BY agency, position
                """
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
                       (realm, id, code, name, short_name, division, kind, phone, address, complaint_line, registered_on,
                        subject, announced_on)
                VALUES (\(realm), \(id), \(profile.code), \(profile.name), \(profile.shortName), \(profile.division),
                        \(profile.kind.rawValue), \(profile.phone.sqlValue), \(profile.address.sqlValue), \(profile.complaintLine.sqlValue),
                        \(registered.from.value), \(try profile.subjectText.sqlValue), \(profile.subject?.announcement?.on.sqlValue ?? .null))
                """
            ]
        case .profileChanged(let changed)?:
            let profile = changed.profile.value
            return [
                """
                UPDATE agency
                   SET code = \(profile.code), name = \(profile.name), short_name = \(profile.shortName),
                       division = \(profile.division), kind = \(profile.kind.rawValue), phone = \(profile.phone.sqlValue),
                       address = \(profile.address.sqlValue), complaint_line = \(profile.complaintLine.sqlValue),
                       subject = \(try profile.subjectText.sqlValue),
                       announced_on = \(profile.subject?.announcement?.on.sqlValue ?? .null)
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
        case .officeClosed(let closed)?:
            return [
                "UPDATE office SET closed_on = \(closed.from.value) WHERE realm = \(realm) AND id = \(closed.office.value)"
            ]
        case .managementSet(let set)?:
            let management = set.management.value
            return [
                """
                INSERT INTO agency_management (realm, agency, begins_on, mode, superior)
                VALUES (\(realm), \(id), \(set.from.value), \(management.mode.rawValue), \(management.superior.sqlValue))
                    ON CONFLICT (realm, agency, begins_on)
                    DO UPDATE SET mode = excluded.mode, superior = excluded.superior
                """
            ]
        case .planIssued?: return []
        case .reorganized(let reorganized)?:
            return [
                """
                INSERT INTO agency_succession (realm, agency, successor, begins_on, position)
                VALUES (\(realm), \(id), \(reorganized.successor.value), \(reorganized.from.value), \(event.position))
                """
            ]
        case .closed(let closed)?:
            return ["UPDATE agency SET closed_on = \(closed.from.value) WHERE realm = \(realm) AND id = \(id)"]
        case nil: return []
        }
    }
}

extension Agency.Profile {
    /// What the list of subjects says beyond the columns, as canonical JSON.
    fileprivate var subjectText: String? {
        get throws { try subject.map { String(decoding: try CanonicalEncoder().encode($0), as: UTF8.self) } }
    }
}
