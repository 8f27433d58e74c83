import Database
import EventLog
import Kernel

/// What changed of divisions, a row a fact.
struct DivisionProjection: Projection {
    let name = "divisions"
    let version = 1
    let tables = [
        ProjectionTable(
            "division_fact",
            rows: { realm in
                """
                SELECT code, kind, begins_on, fact
                  FROM division_fact
                 WHERE realm = \(realm)
                 ORDER BY code, kind, begins_on
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(DivisionEvent.self) {
        case .added(let added)?: [fact(event, .added, added.from.value, added.name.value)]
        case .renamed(let renamed)?: [fact(event, .renamed, renamed.from.value, renamed.name.value)]
        case .ended(let ended)?: [fact(event, .ended, ended.from.value, ended.successor.value?.text ?? "")]
        case .hallSet(let set)?: [fact(event, .hall, set.from.value, set.runsHall.value ? "own" : "shared")]
        case nil: []
        }
    }

    private func fact(_ event: RecordedEvent, _ kind: DivisionFact.Kind, _ day: Day, _ value: String) -> SQL {
        """
        INSERT INTO division_fact (realm, code, kind, begins_on, fact)
        VALUES (\(event.realm), \(event.envelope.stream.key), \(kind.rawValue), \(day), \(value))
            ON CONFLICT (realm, code, kind, begins_on)
            DO UPDATE SET fact = excluded.fact
        """
    }
}
