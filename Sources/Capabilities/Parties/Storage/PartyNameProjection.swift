package import Database
package import EventLog
import Kernel

/// Under which keyed hashes each party is found; who is erased is not found any more.
package struct PartyNameProjection: Projection {
    package let name = "party names"
    package let version = 2
    package let tables = [
        ProjectionTable(
            "party_name",
            rows: { realm in "SELECT entry, party FROM party_name WHERE realm = \(realm) ORDER BY entry, party" }
        )
    ]
    private let index: NameIndex

    package init(_ index: NameIndex) {
        self.index = index
    }

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        if case .erased(let erased)? = event.as(SubjectEvent.self) {
            return ["DELETE FROM party_name WHERE realm = \(event.realm) AND party = \(erased.subject)"]
        }
        guard let fact = event.as(PartyEvent.self) else { return [] }
        return index.entries(Party.Identity(fact)).map { entry in
            """
            INSERT INTO party_name (realm, entry, party)
            VALUES (\(event.realm), \(entry), \(event.envelope.stream.key))
            """
        }
    }
}
