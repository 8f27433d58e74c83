import Database
import EventLog

/// Where each party's event lies; names are read from there, because they can be erased there.
struct PartyProjection: Projection {
    let name = "parties"
    let version = 1
    let tables = [
        ProjectionTable(
            "party",
            rows: { realm in "SELECT id, kind, credit_code, position FROM party WHERE realm = \(realm) ORDER BY id" }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let code: String?
        let kind: Party.Kind
        switch event.as(PartyEvent.self) {
        case .personRegistered?: (kind, code) = (.person, nil)
        case .organizationRegistered(let registered)?: (kind, code) = (.organization, registered.code)
        case nil: return []
        }
        return [
            """
            INSERT INTO party (realm, id, kind, credit_code, position)
            VALUES (\(event.realm), \(event.envelope.stream.key), \(kind.rawValue), \(code.sqlValue), \(event.position))
            """
        ]
    }
}
