import Database
package import EventLog
import Kernel

extension EventReading {
    /// Returns the parties with these identifiers, read from their events; unknown ones are absent.
    ///
    /// A look at a natural person's data is for the caller to audit.
    package func parties(_ ids: [Party.ID]) throws -> [Party.ID: Party] {
        let rows = try reader.rows(
            """
            SELECT id, position
              FROM party
             WHERE realm = \(realm)
               AND id IN (\(list: ids))
             ORDER BY id
            """
        ).map { row -> (id: Party.ID, position: Int64) in (try row["id"], try row["position"]) }
        let events = try events(at: rows.map(\.position))
        var parties: [Party.ID: Party] = [:]
        for row in rows {
            guard let event = events[row.position]?.as(PartyEvent.self) else { continue }
            parties[row.id] = Party(id: row.id, identity: Party.Identity(event))
        }
        return parties
    }

    package func party(_ id: Party.ID) throws -> Party? { try parties([id])[id] }
}
