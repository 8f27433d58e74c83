import Database
import EventLog

/// Who acts for which firm, for the lists; the letter stays in the event.
struct MandateProjection: Projection {
    let name = "mandates"
    let version = 1
    let tables = [
        ProjectionTable(
            "mandate",
            rows: { realm in
                """
                SELECT id, code, firm, agent, is_keeper, until_day, state, requested_at
                  FROM mandate
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(MandateEvent.self) else { return [] }
        let id = event.envelope.stream.key
        let state: Mandate.State.Name
        switch fact {
        case .requested(let given):
            return [
                """
                INSERT INTO mandate (realm, id, code, firm, agent, is_keeper, until_day, state, requested_at)
                VALUES (\(event.realm), \(id), \(given.code), \(given.firm), \(given.agent), \(given.isKeeper),
                        \(given.until), \(Mandate.State.Name.asked.rawValue), \(event.envelope.recordedAt))
                """
            ]
        case .confirmed: state = .inForce
        case .refused: state = .refused
        case .withdrawn: state = .withdrawn
        }
        return ["UPDATE mandate SET state = \(state.rawValue) WHERE realm = \(event.realm) AND id = \(id)"]
    }
}
