import Database
import EventLog
import Kernel

/// The recusals asked for, and what became of them.
struct RecusalProjection: Projection {
    let name = "recusals"
    let version = 1
    let tables = [
        ProjectionTable(
            "recusal",
            rows: { realm in
                """
                SELECT matter, officer, ground, standing, requested_on
                  FROM recusal
                 WHERE realm = \(realm)
                 ORDER BY matter, officer
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(RecusalEvent.self) {
        case .requested(let requested)?:
            return [
                """
                INSERT INTO recusal (realm, matter, officer, ground, standing, requested_on)
                VALUES (\(event.realm), \(requested.matter), \(requested.officer), \(requested.ground.rawValue), 'undecided',
                        \(event.envelope.recordedAt.day))
                    ON CONFLICT (realm, matter, officer)
                    DO UPDATE SET ground = excluded.ground, standing = 'undecided', requested_on = excluded.requested_on
                """
            ]
        case .decided(let decided)?:
            // The stream's key is matter/officer, and a matter may hold slashes itself.
            let key = event.envelope.stream.key
            guard let slash = key.lastIndex(of: "/") else { return [] }
            return [
                """
                UPDATE recusal
                   SET standing = \(decided.isGranted ? "granted" : "refused")
                 WHERE realm = \(event.realm)
                   AND matter = \(String(key[..<slash]))
                   AND officer = \(String(key[key.index(after: slash)...]))
                """
            ]
        case nil: return []
        }
    }
}
