import Database
import EventLog
import Kernel

/// The lists of officers and certificates, as the personnel list publishes them.
struct OfficerProjection: Projection {
    let name = "officers"
    let version = 1
    let tables = [
        ProjectionTable(
            "officer",
            rows: { realm in
                "SELECT id, name, agency, joined_on, left_on FROM officer WHERE realm = \(realm) ORDER BY id"
            }
        ),
        ProjectionTable(
            "certificate",
            rows: { realm in
                """
                SELECT number, officer, kind, scope, area, issuer, valid_from, valid_to, version
                  FROM certificate
                 WHERE realm = \(realm)
                 ORDER BY number
                """
            }
        ),
        ProjectionTable(
            "certificate_standing",
            rows: { realm in
                """
                SELECT number, begins_on, standing, reason
                  FROM certificate_standing
                 WHERE realm = \(realm)
                 ORDER BY number, begins_on
                """
            }
        ),
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        let id = event.envelope.stream.key
        switch event.as(OfficerEvent.self) {
        case .registered(let registered)?:
            return [
                """
                INSERT INTO officer (realm, id, name, agency, joined_on)
                VALUES (\(realm), \(id), \(registered.name.value), \(registered.agency.value), \(registered.from.value))
                """
            ]
        case .left(let left)?:
            return ["UPDATE officer SET left_on = \(left.from.value) WHERE realm = \(realm) AND id = \(id)"]
        case .certificateIssued(let issued)?:
            return issue(issued.certificate.value, to: id, realm)
        case .certificateSuspended(let suspended)?:
            return stand("suspended", suspended.reason, suspended.number.value, suspended.from.value, realm)
        case .certificateRestored(let restored)?:
            return stand("valid", restored.reason, restored.number.value, restored.from.value, realm)
        case .certificateRevoked(let revoked)?:
            return stand("revoked", revoked.reason, revoked.number.value, revoked.from.value, realm)
        case nil: return []
        }
    }

    private func issue(_ terms: Certificate.Terms, to officer: String, _ realm: Realm) -> [SQL] {
        [
            """
            INSERT INTO certificate (realm, number, officer, kind, scope, area, issuer, valid_from, valid_to, version)
            VALUES (\(realm), \(terms.number), \(officer), \(terms.kind.rawValue),
                    \(terms.scope.map(\.rawValue).joined(separator: " ")), \(terms.area), \(terms.issuer),
                    \(terms.validFrom), \(terms.validTo), 1)
            """,
            """
            INSERT INTO certificate_standing (realm, number, begins_on, standing, reason)
            VALUES (\(realm), \(terms.number), \(terms.validFrom), 'valid', '')
            """,
        ]
    }

    private func stand(
        _ standing: String,
        _ reason: String,
        _ number: Certificate.Number,
        _ day: Day,
        _ realm: Realm
    ) -> [SQL] {
        [
            """
            INSERT INTO certificate_standing (realm, number, begins_on, standing, reason)
            VALUES (\(realm), \(number), \(day), \(standing), \(reason))
                ON CONFLICT (realm, number, begins_on)
                DO UPDATE SET standing = excluded.standing, reason = excluded.reason
            """,
            "UPDATE certificate SET version = version + 1 WHERE realm = \(realm) AND number = \(number)",
        ]
    }
}
